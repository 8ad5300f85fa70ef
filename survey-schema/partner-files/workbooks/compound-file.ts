/** Files in the container of old Office programs, which is also how Excel keeps a workbook under a password (MS-OFFCRYPTO, 2.3). */

/** The first bytes of such a file. */
export const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0] as const

/** The stream with the encrypted workbook, as the directory of the container writes its name: in UTF-16. */
const ENCRYPTED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

/** Which rule a compound file breaks: `encrypted` under a password, else `unknown_format`: an old workbook, to be saved in a new format. */
export function ruleOfCompoundFile(bytes: Uint8Array): 'encrypted' | 'unknown_format' {
  const [first = 0] = ENCRYPTED
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (ENCRYPTED.every((byte, offset) => bytes[at + offset] === byte)) return 'encrypted'
  return 'unknown_format'
}
