/** Whether a file of ours declares a name: as an export, a member of an interface, or a parameter of its own. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT, textOf } from '../support/project-files.ts'

export function declares(path: string, name: string): boolean {
  if (!existsSync(join(PROJECT, path))) return false
  const exported = `export (?:declare |abstract )?(?:async )?(?:function\\*?|const|let|class|interface|type) ${name}\\b`
  const member = `^\\s+(?:readonly )?${name}\\??: `
  return new RegExp(`${exported}|${member}`, 'm').test(textOf(path))
}
