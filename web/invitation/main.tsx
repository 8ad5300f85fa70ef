import '../questionnaire/send.css'
import '../people/people.css'
import { mount } from '../frame/mount.tsx'
import { InvitationPage } from './invitation-page.tsx'

mount(<InvitationPage />)
