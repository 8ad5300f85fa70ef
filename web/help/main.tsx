import './help.css'
import { mount } from '../frame/mount.tsx'
import { HelpPage } from './help-page.tsx'

mount(<HelpPage />, 'help')
