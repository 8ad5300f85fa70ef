import '../tables/tables.css'
import '../figures/figures.css'
import './embed.css'
import { mount } from '../frame/mount.tsx'
import { EmbedPage } from './embed-page.tsx'

mount(<EmbedPage />)
