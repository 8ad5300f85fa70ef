import { mount } from '../frame/mount.tsx'
import { RefusalPage } from './refusal-page.tsx'

const trouble = document.getElementById('page')?.dataset.problem === 'trouble'
mount(<RefusalPage trouble={trouble} />)
