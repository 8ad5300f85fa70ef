import '../tables/tables.css'
import '../book/book.css'
import './workbench.css'
import { mount } from '../frame/mount.tsx'
import { WorkbenchPage } from './workbench-page.tsx'

mount(<WorkbenchPage />)
