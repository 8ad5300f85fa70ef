/** The font that files embed: BIZ UDPGothic, SIL Open Font License, from a package of ours and never from the machine. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FILES = ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf']

export function fontFiles(): readonly string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json'))
  return FILES.map((file) => join(folder, file))
}
