import '../typed-code/code-form.css'
import './withdraw.css'
import '../leaving/leaving.css'
import { mount } from '../frame/mount.tsx'
import { WithdrawPage } from './withdraw-page.tsx'

mount(<WithdrawPage />, 'withdraw')
