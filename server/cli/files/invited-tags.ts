/** Tags of the invitations of one's own organisation, as `invitations make` wrote them beside the codes. */
import { readFileSync } from 'node:fs'
import { Misuse } from '../../runtime/refusal.ts'

/** @throws Misuse for another file */
export function invitedTags(file: string): readonly string[] {
  const tags = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  if (tags.some((tag) => !/^[0-9a-f]{64}$/.test(tag)))
    throw new Misuse('--invitations names a file that `invitations make` wrote, with .tags')
  return tags
}
