/** Answers of an affected person over a line that drops: what was stored has its receipt, and nothing older takes the place of something newer. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type SentAnswers, storedOf } from '../../web/answer/attempts.ts'
import { takeCode } from '../../web/answer/code-in-address.ts'
import { Refused } from '../../web/client.ts'
import { takeFragment } from '../../web/frame/fragment.ts'

const old: SentAnswers = { body: 'old', key: '1' }
const changed: SentAnswers = { body: 'changed', key: '2' }

describe('answers that were changed after their reply got lost', () => {
  it.each([
    // What the server says of each, in the order in which they are sent.
    ['are stored where the earlier never arrived', { changed: 'R2' }, { receipt: 'R2', earlier: false }, ['changed']],
    [
      'give way to earlier ones that were stored',
      { changed: 'invitation-used', old: 'R1' },
      { receipt: 'R1', earlier: true },
      ['changed', 'old'],
    ],
    [
      'give way to them also after the edition',
      { changed: 'invitation-over', old: 'R1' },
      { receipt: 'R1', earlier: true },
      ['changed', 'old'],
    ],
    [
      'are refused where somebody else used the code',
      { changed: 'invitation-used', old: 'invitation-used' },
      'invitation-used',
      ['changed', 'old'],
    ],
    ['wait where the line drops again', { changed: 'no-connection' }, 'no-connection', ['changed']],
    ['wait where it drops at the earlier', { changed: 'invitation-used', old: 'no-connection' }, 'no-connection', ['changed', 'old']],
  ] as const)('%s', async (_, says, expected, sent) => {
    const asked: string[] = []
    const send = async ({ body }: SentAnswers) => {
      asked.push(body)
      const said = (says as Readonly<Record<string, string>>)[body] ?? 'internal'
      if (said.startsWith('R')) return said
      throw new Refused(said)
    }
    const outcome = await storedOf([old, changed], send).catch((reason: Refused) => reason.slug)
    expect([outcome, asked]).toEqual([expected, sent])
  })
})

describe('a fragment of an address', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    ['', '', 0],
    ['#a%20b', 'a b', 1],
    ['#%', '', 1],
    ['#%E3%81', '', 1],
  ])('%j is read as %j, leaves the address, and breaks no page', (hash, text, removed) => {
    const replaceState = vi.fn()
    vi.stubGlobal('window', { location: { hash, pathname: '/invitation', search: '' }, history: { replaceState } })
    expect([takeFragment(), takeCode(), replaceState.mock.calls.length]).toEqual([text, '', 2 * removed])
  })
})
