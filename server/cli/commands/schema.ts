/** `schema`: the forms of the questionnaire as files, all made from the one source; the same bytes on every machine. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workbook } from '../../../analysis/publication/formats/office/workbook.ts'
import { TEXT_FORMS } from '../../../survey-schema/forms/index.ts'
import { questionnaireXlsForm } from '../../../survey-schema/forms/xls-form.ts'
import { type EditionKeyFile, readEditionKeyFile } from '../../editions/edition-key-file.ts'
import { networkIn } from '../../runtime/network-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { fingerprint } from '../../sealing/fingerprint.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'

interface Options {
  readonly to: string
  readonly out: string
  readonly key?: string
  readonly host?: string
  readonly data?: string
}

interface WrittenFile {
  readonly path: string
  readonly content: string | Uint8Array
}

const texts = (form: keyof typeof TEXT_FORMS) => () => TEXT_FORMS[form]().map(({ path, text }) => ({ path, content: text }))

/** What stands on the paper form of one network. */
interface OfNetwork {
  readonly key: EditionKeyFile | null
  readonly host: string | null
}

const FORMS: Readonly<Record<string, (of: OfNetwork) => readonly WrittenFile[] | Promise<readonly WrittenFile[]>>> = {
  xlsform: () => [{ path: 'case.xlsform.xlsx', content: workbook(questionnaireXlsForm()) }],
  xform: texts('xform'),
  ddi: texts('ddi'),
  'json-schema': texts('json-schema'),
  datapackage: texts('datapackage'),
  async paper({ key, host }) {
    const { paperPdf } = await import('../../editors/forms/paper.ts')
    const named = key && { edition: key.edition, fingerprint: fingerprint(key.publicKey) }
    return [{ path: 'paper.pdf', content: await paperPdf(named, host) }]
  },
  codebook: texts('codebook'),
}
const NAMES = Object.keys(FORMS)

export const register: CommandFile['register'] = (command) => {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--to <forms>', `${NAMES.join(', ')}; several joined by commas, or all`)
        .requiredOption('--out <dir>', 'folder for the files')
        .option('--key <file>', 'public key of an edition; its fingerprint is printed on the paper form')
        .option('--host <name>', 'host name under which cases are withdrawn; its address is printed on the paper form')
        .option('--data <dir>', 'folder of a server: without --host, the host name for receipts in its network.json is printed'),
    async run({ terminal, options: { to, out, key, data, host = data === undefined ? null : networkIn(data).receipt_host } }) {
      if (host !== null && !/^[a-z0-9.-]{1,253}$/.test(host)) throw new Misuse('--host takes a host name, in small letters')
      const forms = formsIn(to)
      const edition = key === undefined ? null : editionKeyIn(key)
      const files: string[] = []
      for (const form of forms)
        for (const { path, content } of (await FORMS[form]?.({ key: edition, host })) ?? []) {
          const file = join(out, path)
          mkdirSync(dirname(file), { recursive: true })
          writeFileSync(file, content)
          files.push(file)
        }
      terminal.result({ files }, files.join('\n'))
    },
  })
}

/** @throws Misuse for anything that is no form */
function formsIn(given: string): readonly string[] {
  const asked = given.split(',').map((name) => name.trim())
  if (asked.includes('all')) return NAMES
  if (asked.some((name) => !Object.hasOwn(FORMS, name))) throw new Misuse(`--to takes ${NAMES.join(', ')}, or all`)
  return [...new Set(asked)]
}

function editionKeyIn(path: string): EditionKeyFile {
  try {
    return readEditionKeyFile(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('invalid-key', `${path}: ${error.message}`)
    throw error
  }
}
