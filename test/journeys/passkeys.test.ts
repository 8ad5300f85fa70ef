/** Passkeys in a real browser with a virtual authenticator: added, used, replayed, and able to keep a secret for the page (PRF). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeServer, startNode } from '../../server/runtime/node.ts'
import { launchChromium } from '../support/chromium.ts'
import { watchedPage } from '../support/page.ts'
import { virtualAuthenticator } from '../support/virtual-authenticator.ts'

interface Told {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asks for.
  readonly body: any
}

/** Asked by the page itself, so that the browser decides about cookie and origin. */
const ask = (page: Page, method: string, path: string, body?: unknown): Promise<Told> =>
  page.evaluate(
    async ([verb, address, text]) => {
      const answer = await fetch(`/api/v1${address}`, {
        method: verb as string,
        ...(text === null ? {} : { body: text, headers: { 'Content-Type': 'application/json' } }),
      })
      return { status: answer.status, body: await answer.json() }
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  )

/** What the device answers, without what it made for the page. */
const made = (page: Page, options: object) =>
  page.evaluate(async (json) => {
    const credential = (await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json as PublicKeyCredentialCreationOptionsJSON),
    })) as PublicKeyCredential
    const { id, rawId, type, response } = credential.toJSON() as RegistrationResponseJSON
    const { clientDataJSON, attestationObject, transports } = response
    const { prf } = credential.getClientExtensionResults()
    return {
      id,
      rawId,
      type,
      response: { clientDataJSON, attestationObject, transports },
      clientExtensionResults: prf ? { prf: { enabled: prf.enabled === true } } : {},
    }
  }, options)

const signed = (page: Page, options: object) =>
  page.evaluate(async (json) => {
    const credential = (await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json as PublicKeyCredentialRequestOptionsJSON),
    })) as PublicKeyCredential
    const { id, rawId, type, response } = credential.toJSON() as AuthenticationResponseJSON
    const { clientDataJSON, authenticatorData, signature, userHandle } = response
    return { id, rawId, type, response: { clientDataJSON, authenticatorData, signature, userHandle }, clientExtensionResults: {} }
  }, options)

/** 32 bytes that the passkey makes for this page, in hexadecimal; the server never sees them. */
const secretOf = (page: Page, options: object) =>
  page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json as PublicKeyCredentialRequestOptionsJSON)
    const salt = new TextEncoder().encode('jnatip/wrapped-secret/1')
    const credential = (await navigator.credentials.get({
      publicKey: { ...publicKey, extensions: { prf: { eval: { first: salt } } } },
    })) as PublicKeyCredential
    const first = credential.getClientExtensionResults().prf?.results?.first as ArrayBuffer
    return Array.from(new Uint8Array(first), (byte) => byte.toString(16).padStart(2, '0')).join('')
  }, options)

describe('passkeys', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jnatip-passkeys-'))
  let node: NodeServer
  let browser: Browser
  beforeAll(async () => {
    node = await startNode({ dataDir, port: 0, host: 'localhost' })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await node?.close()
    rmSync(dataDir, { recursive: true })
  })

  it('P05 P62 set an account up with recovery codes, sign in without a name, and one answer of a device is taken once', async () => {
    const { page, close } = await watchedPage(browser)
    await page.goto(`${node.origin}/`)
    const { cdp, authenticatorId } = await virtualAuthenticator(page)
    expect((await ask(page, 'POST', '/setup', { code: node.setupCode, username: 'admin-one' })).status).toBe(201)
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name, secure, httpOnly, sameSite, path }) => ({ name, secure, httpOnly, sameSite, path }))).toEqual([
      { name: '__Host-session', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' },
    ])

    const { body: options } = await ask(page, 'POST', '/account/passkeys/options')
    // A device that names its maker is asked not to; an answer that does so all the same is refused, or the server would look the maker up.
    const attested = await made(page, { ...options, attestation: 'direct' })
    expect((await ask(page, 'POST', '/account/passkeys', attested)).body.type).toBe('/problems/passkey-refused')
    const registration = await made(page, options)
    expect(registration.clientExtensionResults).toEqual({ prf: { enabled: true } })
    const added = await ask(page, 'POST', '/account/passkeys', registration)
    expect([added.status, added.body.prf]).toEqual([201, true])
    expect((await ask(page, 'POST', '/account/passkeys', registration)).body.type).toBe('/problems/passkey-refused')
    const { codes } = (await ask(page, 'POST', '/account/recovery-codes')).body
    expect((await ask(page, 'POST', '/account/complete', { codes: [codes[6], codes[1]] })).status).toBe(200)
    await ask(page, 'POST', '/sign-out')
    expect((await ask(page, 'GET', '/account')).status).toBe(401)

    const { body: asked } = await ask(page, 'POST', '/sign-in/passkey/options')
    expect(asked.allowCredentials).toEqual([])
    const assertion = await signed(page, asked)
    const both = await Promise.all([1, 2].map(() => ask(page, 'POST', '/sign-in/passkey', assertion)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await ask(page, 'GET', '/account')).body).toMatchObject({ username: 'admin-one', setup: false, passkeys: [{ prf: true }] })
    expect((await ask(page, 'POST', '/sign-in/passkey', assertion)).body.type).toBe('/problems/sign-in-refused')

    // The secret of the page is the same each time, and no part of what was sent.
    const [one, other] = [await secretOf(page, asked), await secretOf(page, asked)]
    expect([one.length, one === other]).toEqual([64, true])

    // The last way in stays; a device whose owner is not verified lets nobody in.
    const [{ id }] = (await ask(page, 'GET', '/account')).body.passkeys
    expect((await ask(page, 'DELETE', `/account/passkeys/${id}`)).body.errors).toEqual([{ pointer: '', rule: 'last_way_in' }])
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    const { body: fresh } = await ask(page, 'POST', '/sign-in/passkey/options')
    const unverified = await signed(page, { ...fresh, userVerification: 'discouraged' }).catch(() => null)
    if (unverified !== null) expect((await ask(page, 'POST', '/sign-in/passkey', unverified)).status).toBe(401)
    await close()
  })

  it('P62 a challenge of another purpose, an altered answer and a passkey of nobody are refused alike', async () => {
    const { page, close } = await watchedPage(browser)
    await page.goto(`${node.origin}/`)
    await virtualAuthenticator(page)
    const { body: asked } = await ask(page, 'POST', '/sign-in/passkey/options')
    const answered = await page.evaluate(async (challenge) => {
      const user = { id: new Uint8Array(16), name: 'nobody', displayName: 'nobody' }
      const create = {
        challenge: new Uint8Array(16),
        rp: { name: 'x' },
        user,
        pubKeyCredParams: [{ type: 'public-key' as const, alg: -7 }],
      }
      await navigator.credentials.create({ publicKey: { ...create, authenticatorSelection: { residentKey: 'required' } } })
      return challenge
    }, asked.challenge)
    expect(answered).toBe(asked.challenge)
    const assertion = await signed(page, asked)
    const refused = [
      await ask(page, 'POST', '/sign-in/passkey', assertion),
      await ask(page, 'POST', '/sign-in/passkey', { ...assertion, response: { ...assertion.response, signature: 'AAAA' } }),
      await ask(page, 'POST', '/sign-in/passkey', { ...assertion, id: 'AAAA', rawId: 'AAAA' }),
    ]
    expect(new Set(refused.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(refused[0]?.status).toBe(401)
    await close()
  })
})
