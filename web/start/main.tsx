import './start.css'
import { mount } from '../frame/mount.tsx'
import { StartPage } from './start-page.tsx'

mount(<StartPage />, 'start')
