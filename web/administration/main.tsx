import '../questionnaire/send.css'
import '../people/people.css'
import { mount } from '../frame/mount.tsx'
import { AdministrationPage } from './administration-page.tsx'

mount(<AdministrationPage />)
