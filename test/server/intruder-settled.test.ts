/** Seven days as a partner are not seven days as something else: one partner and one administrator against another partner. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { server } from './harness.ts'
import { firstAdministrator, invited, organisationNumber, signedInAgain } from './people.ts'

let running: Awaited<ReturnType<typeof server>>
let today: string
beforeEach(async () => {
  today = '2026-11-21'
  running = await server({ clock: { day: () => today, month: () => today.slice(0, 7), year: () => 2026 } })
})
afterEach(() => running.close())

async function madePartnerToday() {
  const admin = await firstAdministrator(running)
  const shelter = await organisationNumber(admin.browser, 'Invented Shelter')
  const honest = await invited(running, admin.browser, 'shelter-one', ['partner'], shelter)
  const hostile = await invited(running, admin.browser, 'shelter-two', ['partner'], shelter)
  const analyst = await invited(running, admin.browser, 'shelter-three', ['analyst'], shelter)
  today = '2026-12-05'
  const asks = await signedInAgain(running, admin)
  expect((await asks.ask('PUT', `/people/${analyst.id}/roles`, { roles: ['partner'] })).status).toBe(200)
  const agrees = await signedInAgain(running, hostile)
  expect((await agrees.ask('POST', `/people/${analyst.id}/agree`)).status).toBe(200)
  return { honest, analyst, hostile: agrees, newcomer: await signedInAgain(running, analyst) }
}

it('an organisation does not leave at once by a second partner who is one since today', async () => {
  const { hostile, newcomer } = await madePartnerToday()
  expect((await hostile.ask('POST', '/organisation/leaving', { leaving: true, withdraw_open_cases: true })).status).toBe(200)
  expect((await newcomer.ask('POST', '/organisation/leaving/agreement')).status).toBe(409)
})

it('nobody who is a partner since today asks for the reset of another one', async () => {
  const { honest, analyst, newcomer } = await madePartnerToday()
  expect((await newcomer.ask('POST', `/people/${honest.id}/reset`)).status).toBe(409)
  today = '2026-12-12'
  expect((await (await signedInAgain(running, analyst)).ask('POST', `/people/${honest.id}/reset`)).status).toBe(201)
})
