import '../credential/credential.css'
import '../questionnaire/send.css'
import '../people/people.css'
import { mount } from '../frame/mount.tsx'
import { OrganisationPage } from './organisation-page.tsx'

mount(<OrganisationPage />)
