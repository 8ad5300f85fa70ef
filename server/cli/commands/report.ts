/** `report`: what editors look at before they sign. It stays with them. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBundle } from '../../../analysis/disclosure/released/bundle.ts'
import { parseJson } from '../../../survey-schema/json.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { readBundleFile, writeWhole } from '../../editors/bundle-file.ts'
import { openEditorFile } from '../../editors/editor-file.ts'
import { editorsReport } from '../../editors/pages/report.ts'
import { reportPage } from '../../editors/pages/report-page.ts'
import { checksum } from '../../sealing/checksum.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { collected } from '../options.ts'

interface Options {
  readonly editor: string
  readonly share: readonly string[]
  readonly audit?: string
  readonly attack?: string
  readonly out: string
}

export const register: CommandFile['register'] = (command) => {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--editor <file>', 'the sealed file that was written beside the bundle')
        .option('--share <file>', 'key share; two of the newest edition open that file', collected, [])
        .option('--audit <file>', 'what `audit --json` printed')
        .option('--attack <file>', 'what `attack --json` printed')
        .requiredOption('--out <dir>', 'folder for report.html and report.json'),
    async run({ terminal, args, options }) {
      const bundle = readBundle(readBundleFile(args[0] as string), checksum)
      const shares = options.share.map((file) => readFileSync(file, 'utf8'))
      const editor = await openEditorFile(readFileSync(options.editor, 'utf8'), shares)
      const report = editorsReport(bundle, editor, { audit: printed(options.audit), attack: printed(options.attack) })
      mkdirSync(options.out, { recursive: true, mode: 0o700 })
      const files = { html: join(options.out, 'report.html'), json: join(options.out, 'report.json') }
      writeWhole(files.html, reportPage(report), 0o600)
      writeWhole(files.json, `${JSON.stringify(report)}\n`, 0o600)
      const { all, coarsestCore } = report.utility
      terminal.result(
        { ...files, withheld: report.withheld.length, utility: { all, coarsestCore } },
        `${report.withheld.length} withheld cells with their reasons: ${files.html}, ${files.json}\n${report.neverPublished.en}`,
      )
    },
  })
}

/** @throws ProblemError 'invalid-file' */
function printed(path: string | undefined): unknown {
  if (path === undefined) return null
  try {
    return parseJson(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof ProblemError) throw new ProblemError('invalid-file', [{ pointer: '', rule: 'syntax' }])
    throw error
  }
}
