import '../questionnaire/send.css'
import '../people/people.css'
import { mount } from '../frame/mount.tsx'
import { SetupPage } from './setup-page.tsx'

mount(<SetupPage />)
