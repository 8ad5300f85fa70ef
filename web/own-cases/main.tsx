import '../credential/credential.css'
import '../questionnaire/send.css'
import '../people/people.css'
import './own-cases.css'
import { mount } from '../frame/mount.tsx'
import { OwnCasesPage } from './own-cases-page.tsx'

mount(<OwnCasesPage />)
