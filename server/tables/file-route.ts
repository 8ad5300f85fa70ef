/**
 * Files of released tables, each at an address that stays: the name of the table and an ending. What can be asked for, and what is refused, is
 * what the query for a table says.
 */
import { Hono } from 'hono'
import * as z from 'zod'
import { ROUTES_ID } from '../../analysis/catalogue/grammar.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { RELEASED_AGAIN } from '../http/headers.ts'
import { operation, UNCHANGED } from '../http/operation.ts'
import { ANY_NAME, EditionNameOfAnyCase } from '../http/parameters.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import { refusing, validated } from '../http/validated.ts'
import { read } from '../store/port.ts'
import { volumeOf } from '../store/queries/releases.ts'
import { TABLE_FILE_CONTENT } from './answers.ts'
import { fileName, journeysOf, manifestOf, tableOf } from './lookup.ts'
import { type TableRequest, tableRequest } from './request.ts'
import { TABLE_FILES, type TableFileEnding, tableFile } from './table-files.ts'

const ENDINGS = Object.keys(TABLE_FILES) as readonly TableFileEnding[]

const NamedTable = EditionNameOfAnyCase.extend({
  file: z
    .string()
    .describe(
      `\`VAR@level.ENDING\` or \`VAR@level,VAR@level.ENDING\`, as the list of tables of an edition names them. Endings: ${ENDINGS.map((one) => `\`${one}\``).join(', ')}.`,
    ),
})

type Needs = Pick<Deps, 'store'> & { readonly answers: PublicAnswers }

export const tableFiles = ({ store, answers }: Needs) =>
  new Hono().get(
    '/editions/:edition/tables/:file',
    operation({
      id: 'tableFile',
      tag: 'editions',
      summary: 'One released table as a file, at an address that stays',
      description:
        'Cells in both languages (`csv`), codes (`codes.csv`), CSV on the Web metadata (`metadata.json`), or all of them (`zip`). A single table counts the edition, a crosstab the volume that holds it.',
      answers: {
        200: {
          description: 'The file.',
          content: TABLE_FILE_CONTENT,
          headers: { ETag: 'Checksum of the released table, and the number of the form.', Link: 'Of a CSV: its metadata.' },
        },
        304: UNCHANGED,
        308: { description: 'The same file at its canonical address.', headers: { Location: 'The canonical address.' } },
      },
      problems: ['not-found', 'unknown-variable', 'refused-table', 'not-released', 'table-withdrawn'],
    }),
    validated('param', NamedTable, ANY_NAME),
    validated('query', z.strictObject({}), refusing('unknown-variable')),
    async (c) => {
      const { edition, file } = c.req.valid('param')
      const url = new URL(c.req.url)
      const [held] = await read(store, volumeOf(edition))
      const { request, ending, address } = asked(edition, file, held?.volume ?? null)
      if (`${url.pathname}${url.search}` !== address) return c.redirect(address, 308)
      return answers.of(c.req.raw.headers, address, async () => {
        const { fictional } = await manifestOf(store, edition, request.slice, [edition, held?.volume])
        const released = await (request.id === ROUTES_ID ? journeysOf : tableOf)(store, request)
        const headers = {
          'Content-Type': TABLE_FILES[ending].type,
          'Content-Disposition': `attachment; filename="${fileName(request, fictional)}.${ending}"`,
          'Cache-Control': RELEASED_AGAIN,
          ...(ending === 'csv' ? { Link: `<${request.id}.metadata.json>; rel="describedby"; type="application/csvm+json"` } : {}),
        }
        // The number of the form, as decision 46 has it.
        const tag = `${released.checksum}-1`
        return { tag, headers, make: () => tableFile(ending, released, { edition, fictional, language: 'ja' }, request.id) }
      })
    },
  )

interface AskedFile {
  readonly request: TableRequest
  readonly ending: TableFileEnding
  readonly address: string
}

/** @throws ProblemError 'not-found' for an ending that is not offered; 'unknown-variable' or 'refused-table' as the query does */
function asked(edition: string, file: string, volume: string | null): AskedFile {
  const name = file.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  const dot = name.indexOf('.')
  const ending = ENDINGS.find((one) => one === name.slice(dot + 1))
  if (dot < 1 || !ending) throw new ProblemError('not-found')
  const [rows = '', ...others] = name.slice(0, dot).split(',')
  const columns = others.length > 0 ? others.join(',') : undefined
  const request = tableRequest(edition, { rows, columns, slice: undefined, lang: 'ja', format: 'csv-long' }, volume)
  return { request, ending, address: `/api/v1/editions/${encodeURIComponent(edition)}/tables/${request.id}.${ending}` }
}
