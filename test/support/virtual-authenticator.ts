/** A device that makes and keeps passkeys, for one page of Chromium. It says yes whenever it is asked, and can make secrets for the page (PRF). */
import type { CDPSession, Page } from 'playwright-core'

export interface VirtualAuthenticator {
  readonly cdp: CDPSession
  readonly authenticatorId: string
}

export async function virtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}
