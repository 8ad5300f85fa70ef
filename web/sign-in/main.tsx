import '../questionnaire/send.css'
import '../people/people.css'
import { mount } from '../frame/mount.tsx'
import { SignInPage } from './sign-in-page.tsx'

mount(<SignInPage />)
