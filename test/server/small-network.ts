/** A small network of people: two organisations, every role, and somebody in every state that an account can be in. */
import type { server } from './harness.ts'
import { Browser, firstAdministrator, invited, invitedOnly, organisationNumber, PASSWORD, type TestPerson } from './people.ts'

type Running = Awaited<ReturnType<typeof server>>

export const [SHELTER, EMBASSY] = ['Invented Shelter', 'Invented Embassy']

export interface SmallNetwork {
  /** Numbers of the two organisations in the register. */
  readonly shelter: number
  readonly embassy: number
  readonly people: Readonly<
    Record<
      'admin' | 'admin2' | 'partner' | 'colleague' | 'analyst' | 'foreigner' | 'loneAnalyst' | 'editor' | 'custodian' | 'keeper' | 'gone',
      TestPerson
    >
  >
  /** Invited and not yet come. */
  readonly invitee: { readonly id: string; readonly code: string }
  /** A partner of the shelter to whom nobody agreed yet. */
  readonly waiting: TestPerson
  /** Is setting up. */
  readonly beginner: { readonly id: string; readonly browser: Browser }
  /** Signed in with a recovery code. */
  readonly recovering: Browser
}

/** Everybody's sessions are as old as the network, and good. */
export async function smallNetwork(running: Running): Promise<SmallNetwork> {
  await running.organisation(EMBASSY)
  const admin = await firstAdministrator(running)
  const by = admin.browser
  const [shelter, embassy] = [await organisationNumber(by, SHELTER), await organisationNumber(by, EMBASSY)]
  const people = {
    admin,
    admin2: await invited(running, by, 'admin-two', ['administrator']),
    partner: await invited(running, by, 'shelter-one', ['partner'], shelter),
    colleague: await invited(running, by, 'shelter-two', ['partner', 'analyst'], shelter),
    analyst: await invited(running, by, 'shelter-three', ['analyst'], shelter),
    foreigner: await invited(running, by, 'embassy-one', ['partner', 'analyst'], embassy),
    loneAnalyst: await invited(running, by, 'analyst-one', ['analyst']),
    editor: await invited(running, by, 'editor-one', ['editor']),
    custodian: await invited(running, by, 'custodian-one', ['custodian']),
    keeper: await invited(running, by, 'shelter-four', ['partner', 'custodian'], shelter),
    gone: await invited(running, by, 'shelter-gone', ['partner'], shelter),
  }
  const waiting = await invitedOnly(running, by, 'shelter-seven', ['partner'], shelter)
  const cookie = people.gone.browser.cookie
  await by.ask('DELETE', `/people/${people.gone.id}`)
  people.gone.browser.cookie = cookie
  const { body: invitee } = await by.ask('POST', '/people', { username: 'shelter-five', roles: ['partner'], organisation: shelter })
  const { body: started } = await by.ask('POST', '/people', { username: 'shelter-six', roles: ['partner'], organisation: shelter })
  const beginner = { id: started.id as string, browser: new Browser(running) }
  await beginner.browser.ask('POST', '/invitation', { code: started.code })
  const recovering = new Browser(running)
  const { username, codes } = people.colleague
  const { status, text } = await recovering.ask('POST', '/sign-in/recovery', { username, password: PASSWORD, code: codes[7] })
  if (status !== 200) throw new Error(text)
  return { shelter, embassy, people, invitee, waiting, beginner, recovering }
}
