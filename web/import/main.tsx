import '../credential/credential.css'
import '../questionnaire/send.css'
import './import.css'
import { mount } from '../frame/mount.tsx'
import { ImportPage } from './import-page.tsx'

mount(<ImportPage />)
