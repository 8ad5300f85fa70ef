import '../questionnaire/send.css'
import '../people/people.css'
import { mount } from '../frame/mount.tsx'
import { AccountPage } from './account-page.tsx'

mount(<AccountPage />)
