/** `methods`: the page of methods, in Japanese and English, from the policy that the build uses. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { POLICY_V2 } from '../../../analysis/policy/policy.ts'
import { methodsDocument } from '../../../analysis/publication/book/methods/methods.ts'
import { OPEN_DAYS } from '../../editions/freezing.ts'
import { writeWhole } from '../../editors/bundle-file.ts'
import { methodsFile, methodsPage } from '../../editors/pages/methods-page.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'

export const register: CommandFile['register'] = (command) => {
  defineCommand<{ readonly out: string }>(command, {
    options: (one) => one.requiredOption('--out <dir>', 'folder for methods.ja.html and methods.en.html'),
    run({ terminal, options: { out } }) {
      mkdirSync(out, { recursive: true })
      const document = methodsDocument(POLICY_V2, OPEN_DAYS)
      const files = (['ja', 'en'] as const).map((language) => {
        const file = join(out, methodsFile(language))
        writeWhole(file, methodsPage(document, language))
        return file
      })
      terminal.result({ files, policy: POLICY_V2.id }, files.join('\n'))
    },
  })
}
