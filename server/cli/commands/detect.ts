/** `detect`: before anything is sent, every line and column of a file in which an identifier seems to stand. */
import { statSync } from 'node:fs'
import { extname } from 'node:path'
import { type IdentifierDetector, loadIdentifierDetector } from '../../../survey-schema/identifiers/detect.ts'
import { type IdentifierFinding, scanBodies, scanLines, scanRows } from '../../../survey-schema/partner-files/scan.ts'
import { decoded, type Encoding, encodingOf } from '../../../survey-schema/partner-files/texts/encoding.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { explained } from '../files/explain.ts'
import { openPath, pieces, refuseUnreadable } from '../files/partner-file.ts'
import { type EncodingOption, encodingOption, saidEncoding } from '../files/said-encoding.ts'

/** A finding, and the sheet where a workbook has several. */
type Told = IdentifierFinding & { readonly sheet?: number }

/** Lines held back before they are written. */
const HELD = 1 << 16

export const register: CommandFile['register'] = (command) => {
  defineCommand<EncodingOption>(command, {
    options: encodingOption,
    async run({ terminal, args, options }) {
      const path = args[0] as string
      refuseUnreadable(path)
      const { encoding } = saidEncoding(options.encoding)
      const detector = await loadIdentifierDetector()
      let found = 0
      let waiting = ''
      try {
        for await (const finding of scan(path, detector, encoding)) {
          found++
          waiting += `${terminal.json ? JSON.stringify(finding) : sentence(finding)}\n`
          if (waiting.length > HELD) {
            process.stdout.write(waiting)
            waiting = ''
          }
        }
      } catch (error) {
        throw explained(error, path)
      } finally {
        process.stdout.write(waiting)
      }
      if (found > 0) process.exitCode = 1
      terminal.say(
        found > 0 ? `${found} places` : 'nothing was found; names of persons and places of work have no shape, look for them yourself',
      )
    },
  })
}

/** CSV, TSV, XLSX, ODS and NDJSON by cell; any other file as text, line by line. */
async function* scan(path: string, detector: IdentifierDetector, said: Encoding | undefined): AsyncGenerator<Told> {
  if (statSync(path).size === 0) return
  switch (extname(path).toLowerCase()) {
    case '.csv':
    case '.tsv':
      yield* scanRows((await openPath(path, said ? { encoding: said } : {})).rows(), detector)
      return
    case '.xlsx':
    case '.xlsm':
    case '.ods':
      yield* scanWorkbook(path, detector)
      return
    case '.ndjson':
      yield* scanNdjson(path, detector, said)
      return
    default: {
      const { encoding } = encodingOf(pieces(path), said)
      yield* scanLines(decoded(pieces(path), encoding), detector)
    }
  }
}

/** Every sheet, the hidden ones too: what is not looked at may be sent one day. */
async function* scanWorkbook(path: string, detector: IdentifierDetector): AsyncGenerator<Told> {
  const { sheets, rows } = await openPath(path)
  for (const { position } of sheets) {
    let any = false
    for (const _ of rows(position)) {
      any = true
      break
    }
    if (!any) continue
    for (const finding of scanRows(rows(position), detector)) yield sheets.length > 1 ? { ...finding, sheet: position } : finding
  }
}

/** A line that is no JSON is looked at as text. */
async function* scanNdjson(path: string, detector: IdentifierDetector, said: Encoding | undefined): AsyncGenerator<Told> {
  const { encoding } = encodingOf(pieces(path), said)
  yield* scanBodies(linesOf(decoded(pieces(path), encoding)), detector)
}

function* linesOf(texts: Iterable<string>) {
  let row = 0
  let waiting = ''
  const read = (line: string) => {
    row++
    try {
      return { value: line.trim() === '' ? null : (JSON.parse(line) as unknown), row }
    } catch {
      return { value: line, row }
    }
  }
  for (const text of texts) {
    const lines = (waiting + text).split('\n')
    waiting = lines.pop() as string
    for (const line of lines) yield read(line)
  }
  if (waiting !== '') yield read(waiting)
}

const sentence = ({ line, column, kinds, sheet }: Told) =>
  `${sheet === undefined ? '' : `sheet ${sheet}, `}line ${line}${column === null ? '' : `, column ${column}`}: ${kinds.join(', ')}`
