import '../tables/tables.css'
import '../figures/figures.css'
import './explore.css'
import { mount } from '../frame/mount.tsx'
import { ExplorePage } from './explore-page.tsx'

mount(<ExplorePage />)
