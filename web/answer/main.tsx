import '../questionnaire/form.css'
import '../questionnaire/questions.css'
import '../questionnaire/receipt.css'
import '../leaving/leaving.css'
import '../typed-code/code-form.css'
import './answer.css'
import { mount } from '../frame/mount.tsx'
import { AnswerPage } from './answer-page.tsx'
import { takeCode } from './code-in-address.ts'

mount(<AnswerPage codeGiven={takeCode()} />, 'answer')
