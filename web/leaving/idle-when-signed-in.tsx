/** A page of somebody who signed in: left alone it warns, covers itself, and at last signs out and is left. */
import type { ReactNode } from 'react'
import './leaving.css'
import { IdleWatch } from './idle.tsx'
import { useLeaving } from './leave.ts'

const nothingToForget = () => {}

export default function IdleWhenSignedIn(): ReactNode {
  return <IdleWatch onEnd={useLeaving(false, nothingToForget)} />
}
