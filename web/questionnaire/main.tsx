import './form.css'
import './questions.css'
import '../credential/credential.css'
import './send.css'
import '../drafts/draft.css'
import './receipt.css'
import '../leaving/leaving.css'
import { mount } from '../frame/mount.tsx'
import { QuestionnairePage } from './questionnaire-page.tsx'

mount(<QuestionnairePage />, 'questionnaire')
