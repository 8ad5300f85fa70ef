/** What is pasted as a credential: both halves are told apart, and a slip is found before anything is sent. */
import { describe, expect, it } from 'vitest'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { apart, isTrouble, NOTHING_PASTED, readCredential } from '../../web/credential/pasted.ts'
import { TROUBLES } from '../../web/credential/words.ts'

const ACCESS = 'jnk_ABCDEFGHJKMNPQRSTVWXYZabcdefghjk'
const SECRET = secretText(new Uint8Array(32).fill(9))

describe('a pasted credential', () => {
  it.each([`${ACCESS}\n${SECRET}`, `${ACCESS}${SECRET}`, `  ${ACCESS} ${SECRET}`])(
    'is taken apart where both stand in one field',
    (both) => {
      expect(apart({ ...NOTHING_PASTED, access: both })).toEqual({ access: ACCESS, secret: SECRET, earlier: '' })
    },
  )

  it('leaves what was typed into the field of the secret', () => {
    const typed = { ...NOTHING_PASTED, access: `${ACCESS} ${SECRET.slice(0, 20)}`, secret: 'jns1_0' }
    expect(apart(typed)).toBe(typed)
  })

  it('takes the place of the one before where both halves are pasted again', () => {
    const other = secretText(new Uint8Array(32).fill(8))
    expect(apart({ access: `${ACCESS} ${SECRET}`, secret: other, earlier: '' })).toEqual({ access: ACCESS, secret: SECRET, earlier: '' })
  })

  it('is read, blanks and line ends in the secret left out', () => {
    const read = readCredential({ access: ` ${ACCESS} `, secret: `${SECRET.slice(0, 30)}\n ${SECRET.slice(30)}`, earlier: '' })
    expect(read).toEqual({ access: ACCESS, secret: new Uint8Array(32).fill(9), earlier: null })
  })

  it('may have no secret yet', () => {
    expect(readCredential({ ...NOTHING_PASTED, access: ACCESS })).toEqual({ access: ACCESS, secret: null, earlier: null })
  })

  it.each([
    [NOTHING_PASTED, 'access', 'access-missing'],
    [{ ...NOTHING_PASTED, access: SECRET, secret: SECRET }, 'access', 'not-an-access-key'],
    [{ ...NOTHING_PASTED, access: '鍵' }, 'access', 'not-an-access-key'],
    [{ ...NOTHING_PASTED, access: ACCESS, secret: SECRET.slice(0, -1) }, 'secret', 'secret-slip'],
    [{ ...NOTHING_PASTED, access: ACCESS, secret: SECRET.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }, 'secret', 'secret-slip'],
    [{ ...NOTHING_PASTED, access: ACCESS, secret: SECRET, earlier: 'old' }, 'earlier', 'secret-slip'],
  ] as const)('trouble %# is said at its field, in words', (pasted, field, rule) => {
    const read = readCredential(pasted)
    expect(isTrouble(read) && read).toEqual({ field, rule })
    expect(TROUBLES[rule].ja).not.toBe('')
  })
})
