/** An affected person answers for herself: help first, then the code, then a few questions, each of which may be skipped. */
import { useCallback, useEffect, useState } from 'react'
import { client, Refused } from '../client.ts'
import { useAnswer, useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { later } from '../frame/later.tsx'
import { Waiting } from '../frame/waiting.tsx'
import { IdleWatch } from '../leaving/idle.tsx'
import { useLeaving } from '../leaving/leave.ts'
import { LeaveFirst, QuickExit } from '../leaving/quick-exit.tsx'
import { Beginning } from './beginning.tsx'
import type { Invited } from './invited.ts'
import { usePlace } from './use-place.ts'
import { WORDS } from './words.ts'

const answering = () => import('./answering.tsx')
const Answering = later(() => answering().then((part) => part.default))

export function AnswerPage({ codeGiven = '' }: { readonly codeGiven?: string }) {
  const { fictional } = useEditions()
  const network = useAnswer('network', () => client.network())
  const [typed, setTyped] = useState(codeGiven)
  const [invited, setInvited] = useState<Invited | null>(null)
  const [stored, setStored] = useState(false)
  const [loses, setLoses] = useState(false)
  const { place, go, restart } = usePlace()
  useEffect(() => {
    // While she reads. Where the line drops it is asked for again with the code.
    answering().catch(() => {})
  }, [])
  const forget = useCallback(() => {
    setInvited(null)
    setStored(false)
    setLoses(false)
    setTyped('')
    restart()
  }, [restart])
  const leave = useLeaving(loses, forget)
  const begin = async (code: string) => {
    const { invitedBy } = await answering().catch(() => Promise.reject(new Refused('no-connection')))
    setInvited(await invitedBy(code))
    go(1)
  }
  const isStored = useCallback(() => setStored(true), [])
  const before = !stored && (!invited || place === 0)
  return (
    <Frame
      page="answer"
      title={WORDS.title}
      fictional={fictional}
      first={<LeaveFirst onLeave={leave} />}
      bar={<QuickExit onLeave={leave} />}
    >
      <IdleWatch onEnd={leave} />
      <div className="answer">
        {network.state !== 'here' ? (
          <Waiting loaded={network} />
        ) : (
          before && <Beginning network={network.value} typed={typed} onType={setTyped} onCode={begin} />
        )}
        {invited && <Answering invited={invited} place={place} onGo={go} onStored={isStored} onLoses={setLoses} onFinish={leave} />}
      </div>
    </Frame>
  )
}
