import '../tables/tables.css'
import '../figures/figures.css'
import './book.css'
import { mount } from '../frame/mount.tsx'
import { BookPage } from './book-page.tsx'

mount(<BookPage />)
