/** The description of the API (OpenAPI 3.1), made from the same schemas that judge. A test compares its paths with the router. */
import * as z from 'zod'
import { submissionSchema } from '../survey-schema/answers/shapes.ts'
import { PROBLEMS, type ProblemSlug } from '../survey-schema/problem.ts'
import { QUESTIONNAIRE_VERSION } from '../survey-schema/questionnaire/index.ts'
import { FORMATS } from './tables/request.ts'

const Receipt = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .describe('Random id of the case.'),
  receipt: z
    .string()
    .regex(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    .describe('Shown once; only a hash is kept.'),
  stripped: z.array(z.object({ path: z.string(), kind: z.string() })).describe('What was dropped unread, by our name of its kind.'),
  generalised: z.array(z.object({ path: z.string(), to: z.string() })).describe('What was made coarser, and to which level.'),
  flags: z.array(z.string()).describe('Checks that ask for a second look. They do not block.'),
})
const Found = z.object({ id: z.string(), month: z.string().describe('`YYYY-MM`; nothing finer is kept.') })
const OwnCases = z.object({
  cases: z
    .array(
      z.object({
        id: z.string(),
        month: z.string(),
        edition: z.string(),
        state: z.enum(['open', 'frozen']).describe('`frozen`: its edition is closed; it may only be withdrawn.'),
      }),
    )
    .describe('In the order of their random ids. A withdrawn case is not there.'),
  next: z.string().nullable().describe('To be given as `after` for the next page.'),
})
const Corrected = Receipt.omit({ receipt: true })
const CodeWord = z.strictObject({ partner_case_key: z.string() })
const ReceiptCode = z.strictObject({ code: z.string().describe('As it was shown or typed; its check characters are looked at first.') })
const Withdrawing = z.object({ en: z.string(), ja: z.string() }).describe('The same words for every code that could be one.')
const Beginning = z.strictObject({
  rows: z.int().min(1).describe('Rows of the whole file.'),
  existing: z
    .enum(['refuse', 'replace'])
    .optional()
    .describe('What becomes of a row whose code word is held in the open edition. `refuse` unless given.'),
})
const Import = z.object({
  id: z.string(),
  rows: z.int(),
  existing: z.enum(['refuse', 'replace']),
  state: z.enum(['waiting', 'committed']),
  parts: z.array(
    z.object({
      part: z.int(),
      rows: z.int(),
      stored: z.int(),
      replaced: z.int(),
      left_out: z.int().describe('Counted in a closed edition before, or withdrawn.'),
    }),
  ),
})
const PartAnswer = z.object({
  part: z.int(),
  rows: z.array(
    z.object({
      line: z.int().describe('Of the part, from 1.'),
      outcome: z.enum(['stored', 'replaced', 'already_counted', 'withdrawn']),
      id: z.string().nullable(),
      receipt: z.string().nullable().describe('Of a new case. The receipt of a corrected one stays.'),
      stripped: Receipt.shape.stripped,
      generalised: Receipt.shape.generalised,
      flags: Receipt.shape.flags,
    }),
  ),
})
const Edition = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed', 'published']),
  fictional: z.boolean(),
  questionnaire: z.string(),
})
const Editions = z.object({ editions: z.array(Edition) })
const EditionDetail = Edition.extend({ tables: z.array(z.string()) })
  .loose()
  .describe('With the manifest of the bundle, once published.')
const Published = z.object({ editions: z.array(z.string()), volume: z.string().nullable(), tables: z.int(), new: z.boolean() })
const Replaced = z.object({ replaced: z.array(z.string()).describe('`slice/table`.'), new: z.boolean() })
const Note = z.object({ en: z.string(), ja: z.string() })
const Errata = z.object({
  errata: z.array(
    z.object({
      kind: z.enum(['replaced', 'withdrawn']),
      day: z.string(),
      note: Note,
      bundle: z.string().nullable().describe('Checksum of the bundle that replaced the tables.'),
      tables: z
        .array(z.object({ slice: z.string(), id: z.string(), checksum: z.string() }))
        .describe('With the checksum of the form that is no longer valid.'),
    }),
  ),
})
const Erratum = z.object({ note: Note, bundle: z.object({}).loose() })
const BookFiles = z.object({
  edition: z.string(),
  checksum: z.string().describe('Of the newest bundle that the book was made from.'),
  files: z.array(
    z.object({
      name: z.string(),
      format: z.string(),
      language: z.enum(['ja', 'en']).nullable().describe('Null where a file holds both.'),
      type: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      href: z.string(),
    }),
  ),
})
/** Formats of one table that are no text. */
const BINARY_TABLES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/x-spss-sav',
  'application/vnd.apache.parquet',
]
const PublishedTables = z.object({ tables: z.array(z.object({ id: z.string(), slice: z.string() }).loose()) })
const AskedTable = z
  .object({ imprint: z.object({}).loose(), block: z.object({}).loose() })
  .describe('With `format=block`: the table as the book would print it, in both languages.')
const BookPart = z
  .object({})
  .loose()
  .describe('Contents, a chapter, fact sheets or changes: sentences in `ja` and `en`, released tables as they are, and their shares.')
const Health = z.object({ status: z.literal('ok') })
const Dataset = z
  .object({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    id: z.array(z.string()),
    size: z.array(z.int()),
    dimension: z.record(z.string(), z.unknown()),
    value: z.array(z.number().nullable()),
    status: z.record(z.string(), z.string().describe('withheld, not_applicable, sum, or at_least_N_of_M.')),
    extension: z.record(z.string(), z.unknown()),
  })
  .loose()
  .describe('JSON-stat 2.0. A withheld cell is null with the status `withheld`.')
const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), rule: z.string(), kind: z.string().optional() })).optional(),
  })
  .describe('RFC 9457. Never repeats what was sent.')

type Shape = Record<string, unknown>

const SCHEMAS: Record<string, z.ZodType> = {
  BookFiles,
  Submission: submissionSchema,
  Receipt,
  Found,
  OwnCases,
  Corrected,
  CodeWord,
  ReceiptCode,
  Withdrawing,
  Beginning,
  Import,
  PartAnswer,
  Editions,
  EditionDetail,
  Published,
  PublishedTables,
  AskedTable,
  BookPart,
  Errata,
  Erratum,
  Replaced,
  Health,
  Dataset,
  Problem,
}

const ref = (name: keyof typeof SCHEMAS) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: keyof typeof SCHEMAS, description: string, headers?: Shape) => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
  ...(headers ? { headers } : {}),
})

/** One answer a status; slugs that share a status share it. */
function problems(...slugs: readonly ProblemSlug[]): Shape {
  const byStatus = new Map<number, ProblemSlug[]>()
  for (const slug of [...slugs, 'busy', 'internal'] as const) {
    byStatus.set(PROBLEMS[slug].status, [...(byStatus.get(PROBLEMS[slug].status) ?? []), slug])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, told]) => [
      status,
      {
        description: told.map((slug) => `\`${slug}\`: ${PROBLEMS[slug].en}.`).join(' '),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  )
}

const text = { schema: { type: 'string' } }
const EDITION = { name: 'edition', in: 'path', required: true, ...text }
const query = (name: string, description: string, required = false) => ({ name, in: 'query', required, description, ...text })
const KEYED = { security: [{ organisationKey: [] }] }

const CASE = { name: 'id', in: 'path', required: true, ...text }
const IF_MATCH = { name: 'If-Match', in: 'header', required: true, description: 'The `ETag` of the version that was read: `"1"`.', ...text }
const body = (name: keyof typeof SCHEMAS) => ({ required: true, content: { 'application/json': { schema: ref(name) } } })
const VERSION = { ETag: { description: 'Version of the case.', ...text } }

const PATHS: Shape = {
  '/api/v1/cases': {
    get: {
      operationId: 'ownCases',
      summary: 'Your own cases: month and state, never content, never in order of arrival',
      ...KEYED,
      parameters: [query('after', 'Id after which the page begins')],
      responses: { 200: json('OwnCases', 'A page of 500 at most.'), ...problems('invalid-request', 'unauthorized', 'not-found') },
    },
    post: {
      operationId: 'submitCase',
      summary: 'Submit one case',
      ...KEYED,
      description:
        'At most 256 KiB, JSON in UTF-8. Keys on the list of identifiers are dropped unread and reported by kind; any other unknown key is refused. 201 means durable. ' +
        'The same request sent again answers the same receipt, with `Idempotency-Replayed: true`.',
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: '1 to 128 visible ASCII characters, unquoted.',
          schema: { type: 'string', minLength: 1, maxLength: 128 },
        },
      ],
      requestBody: body('Submission'),
      responses: {
        201: json('Receipt', 'Sealed and durable.', { ETag: { description: 'Version of the case.', ...text } }),
        ...problems(
          'invalid-json',
          'invalid-request',
          'idempotency-key-required',
          'unauthorized',
          'not-found',
          'case-exists',
          'already-counted',
          'case-withdrawn',
          'idempotency-mismatch',
          'no-open-edition',
          'too-large',
          'unsupported-media-type',
          'invalid-submission',
          'unknown-key',
        ),
      },
    },
  },
  '/api/v1/cases/find': {
    post: {
      operationId: 'findCase',
      summary: 'Find a case of your own by its code word',
      ...KEYED,
      requestBody: body('CodeWord'),
      responses: {
        200: json('Found', 'The case.', VERSION),
        ...problems(
          'invalid-json',
          'invalid-request',
          'unauthorized',
          'not-found',
          'too-large',
          'unsupported-media-type',
          'invalid-submission',
          'unknown-key',
        ),
      },
    },
  },
  '/api/v1/cases/{id}': {
    put: {
      operationId: 'correctCase',
      summary: 'Correct a case of your own, in the open edition',
      ...KEYED,
      description:
        'The whole case again, under the same code word. It takes the place of the earlier one, of which nothing is kept; id and receipt stay. ' +
        'The same correction sent again answers the same, with `Idempotency-Replayed: true`.',
      parameters: [CASE, IF_MATCH],
      requestBody: body('Submission'),
      responses: {
        200: json('Corrected', 'Sealed and durable.', VERSION),
        ...problems(
          'invalid-json',
          'invalid-request',
          'unauthorized',
          'not-found',
          'edition-frozen',
          'stale-version',
          'no-open-edition',
          'too-large',
          'unsupported-media-type',
          'invalid-submission',
          'unknown-key',
          'precondition-required',
        ),
      },
    },
    delete: {
      operationId: 'withdrawCase',
      summary: 'Withdraw a case of your own, whatever its edition',
      ...KEYED,
      parameters: [CASE, IF_MATCH],
      responses: {
        202: json('Withdrawing', 'Gone within five minutes. Published figures stay.'),
        ...problems('unauthorized', 'not-found', 'stale-version', 'precondition-required'),
      },
    },
  },
  '/api/v1/imports': {
    post: {
      operationId: 'beginImport',
      summary: 'A file of cases is begun, and comes in parts',
      ...KEYED,
      description: 'The key is the digest of the file: begun again, it is the same import. What nobody goes on with is erased after a day.',
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Digest of the file; 1 to 128 visible ASCII characters, unquoted.',
          schema: { type: 'string', minLength: 1, maxLength: 128 },
        },
      ],
      requestBody: body('Beginning'),
      responses: {
        201: json('Import', 'Begun, or begun before.'),
        ...problems(
          'invalid-json',
          'invalid-request',
          'idempotency-key-required',
          'unauthorized',
          'not-found',
          'idempotency-mismatch',
          'no-open-edition',
          'too-large',
          'unsupported-media-type',
          'unknown-key',
        ),
      },
    },
  },
  '/api/v1/imports/{id}': {
    get: {
      operationId: 'import',
      summary: 'An import of your own and the parts that came',
      ...KEYED,
      parameters: [CASE],
      responses: { 200: json('Import', 'The import.'), ...problems('unauthorized', 'not-found') },
    },
  },
  '/api/v1/imports/{id}/parts/{part}': {
    put: {
      operationId: 'importPart',
      summary: 'Send one part: a case a line, at most 20 MiB',
      ...KEYED,
      description:
        'Each row is stripped, checked and sealed on arrival, and counted by nobody before the commit. A refused row refuses the part: nothing of it is kept. ' +
        'The same part sent again answers the same receipts, with `Idempotency-Replayed: true`.',
      parameters: [CASE, { name: 'part', in: 'path', required: true, description: 'From 1.', schema: { type: 'integer', minimum: 1 } }],
      requestBody: { required: true, content: { 'application/x-ndjson': text } },
      responses: {
        200: json('PartAnswer', 'Sealed and durable. The receipts are good once the import is committed.'),
        ...problems(
          'invalid-request',
          'unauthorized',
          'not-found',
          'idempotency-mismatch',
          'import-stale',
          'no-open-edition',
          'too-large',
          'unsupported-media-type',
          'invalid-submission',
        ),
      },
    },
  },
  '/api/v1/imports/{id}/commit': {
    post: {
      operationId: 'commitImport',
      summary: 'All cases of the import are held, or none',
      ...KEYED,
      parameters: [CASE],
      responses: {
        200: json('Import', 'Committed, now or before.'),
        ...problems('unauthorized', 'not-found', 'import-incomplete', 'import-stale'),
      },
    },
  },
  '/api/v1/withdrawals': {
    post: {
      operationId: 'withdraw',
      summary: 'Withdraw a case with its receipt; no account is needed',
      description: 'Unknown, used and valid codes answer alike. Nothing about the sender is looked at or kept.',
      requestBody: body('ReceiptCode'),
      responses: {
        202: json('Withdrawing', 'The same for every code that could be one.'),
        ...problems(
          'invalid-json',
          'invalid-request',
          'too-large',
          'unsupported-media-type',
          'invalid-receipt',
          'unknown-key',
          'too-many-requests',
        ),
      },
    },
  },
  '/api/v1/questionnaire': {
    get: {
      operationId: 'questionnaire',
      summary: 'The questionnaire as data, in English and Japanese, and in the forms of others',
      parameters: [
        query(
          'format',
          '`json` (our own, the default), `json-schema` (of a submission), `datapackage` (Frictionless, of our CSV), `ddi` (Codebook 2.6), `xform`, `xlsform`, or `codebook` (Markdown)',
        ),
        query('lang', '`ja` or `en`, for the codebook; every other form holds both'),
      ],
      responses: {
        200: {
          description: 'All sections, questions, codes and conditions.',
          headers: { ETag: { description: 'Changes with the questionnaire alone.', ...text } },
          content: {
            'application/json': { schema: { type: 'object' } },
            'application/schema+json': { schema: { type: 'object' } },
            'application/xml': text,
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } },
            'text/markdown': text,
          },
        },
        304: { description: 'Unchanged.' },
        ...problems('invalid-request'),
      },
    },
  },
  '/api/v1/editions': {
    get: {
      operationId: 'editions',
      summary: 'All editions, newest first',
      responses: { 200: json('Editions', 'Editions.'), ...problems() },
    },
  },
  '/api/v1/editions/{edition}': {
    get: {
      operationId: 'edition',
      summary: 'One edition and the tables it published',
      parameters: [EDITION],
      responses: { 200: json('EditionDetail', 'The edition.'), ...problems('not-found') },
    },
  },
  '/api/v1/editions/{edition}/tables': {
    get: {
      operationId: 'table',
      summary: 'One released table',
      description:
        'Every equivalent request is redirected to one canonical address. A combination that is never shown is refused by its form alone.',
      parameters: [
        EDITION,
        query('rows', '`VAR[@level]`', true),
        query('columns', '`VAR[@level]`, or two of them for the tree of routes'),
        query(
          'slice',
          'The edition of the path (single tables), the volume that holds it (crosstabs), or `all`: the sum of what was published',
        ),
        query('lang', '`ja` or `en`'),
        query('format', `one of ${FORMATS.map((format) => `\`${format}\``).join(', ')}`),
      ],
      responses: {
        200: {
          description: 'Released figures.',
          content: {
            'application/json': { schema: { oneOf: [ref('Dataset'), ref('AskedTable')] } },
            'text/csv': text,
            'text/markdown': text,
            'application/x-latex': text,
            ...Object.fromEntries(BINARY_TABLES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
          },
        },
        304: { description: 'Unchanged.' },
        308: { description: 'The canonical address of the same table.', headers: { Location: text } },
        ...problems('unknown-variable', 'refused-table', 'not-released', 'table-withdrawn'),
      },
    },
  },
  '/api/v1/editions/{edition}/files': {
    get: {
      operationId: 'bookFiles',
      summary: 'The files of the data book of an edition',
      parameters: [EDITION],
      responses: { 200: json('BookFiles', 'Names, formats, sizes and checksums.'), ...problems('not-released') },
    },
  },
  '/api/v1/editions/{edition}/files/{name}': {
    get: {
      operationId: 'bookFile',
      summary: 'One file of the data book',
      description: 'Not there while a table in it was replaced or withdrawn and the book has not been made again.',
      parameters: [EDITION, { name: 'name', in: 'path', required: true, ...text }],
      responses: {
        200: {
          description: 'The file; its ETag is its SHA-256.',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        304: { description: 'Unchanged.' },
        ...problems('not-released'),
      },
    },
  },
  '/api/v1/editions/{edition}/published': {
    get: {
      operationId: 'publishedTables',
      summary: 'The published single tables of an edition, as they stand in its bundle',
      parameters: [EDITION],
      responses: {
        200: json('PublishedTables', 'Released tables. A volume takes its margins from them.'),
        ...problems('not-found', 'not-released'),
      },
    },
  },
  '/api/v1/editions/{edition}/sealed-cases': {
    get: {
      operationId: 'sealedCases',
      summary: 'Sealed cases for the build on the editors’ machine',
      ...KEYED,
      parameters: [EDITION],
      responses: {
        200: {
          description: 'One JSON object a line: the edition, then its cases, sealed.',
          content: { 'application/x-ndjson': text },
          headers: { 'Jnatip-Digest': { description: 'Keyed digest of the cases held.', ...text } },
        },
        ...problems('unauthorized', 'not-found'),
      },
    },
  },
  '/api/v1/editions/{edition}/bundle': {
    put: {
      operationId: 'publish',
      summary: 'Publish a bundle, once and whole',
      ...KEYED,
      parameters: [EDITION],
      requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
      responses: {
        200: json('Published', 'This very bundle was published before.'),
        201: json('Published', 'Published.'),
        ...problems(
          'invalid-json',
          'unauthorized',
          'not-found',
          'edition-open',
          'edition-exists',
          'stale-bundle',
          'unsafe-release',
          'too-large',
          'unsupported-media-type',
          'invalid-bundle',
        ),
      },
    },
  },
  '/api/v1/editions/{edition}/book': {
    get: {
      operationId: 'book',
      summary: 'The data book of an edition, part by part',
      parameters: [EDITION, query('part', '`contents` (the default), the id of a chapter as the contents name it, `sheets`, or `changes`')],
      responses: {
        200: json('BookPart', 'The part, in both languages at once.', { ETag: { description: 'Digest of the answer.', ...text } }),
        304: { description: 'Unchanged.' },
        ...problems('invalid-request', 'not-found', 'not-released'),
      },
    },
  },
  '/api/v1/editions/{edition}/errata': {
    get: {
      operationId: 'errata',
      summary: 'What was replaced or withdrawn of an edition and of its volume, and why',
      parameters: [EDITION],
      responses: { 200: json('Errata', 'Oldest first.'), ...problems('not-found') },
    },
  },
  '/api/v1/editions/{edition}/erratum': {
    put: {
      operationId: 'publishErratum',
      summary: 'Within 90 days: replace the published tables that differ in a new bundle of the same editions and volume',
      ...KEYED,
      parameters: [EDITION],
      requestBody: { required: true, content: { 'application/json': { schema: ref('Erratum') } } },
      responses: {
        200: json('Replaced', 'This very bundle was published before.'),
        201: json('Replaced', 'Replaced; the earlier tables stay archived.'),
        ...problems(
          'invalid-json',
          'invalid-request',
          'unauthorized',
          'not-found',
          'not-released',
          'edition-open',
          'frozen',
          'stale-bundle',
          'unsafe-release',
          'too-large',
          'unsupported-media-type',
          'invalid-bundle',
        ),
      },
    },
  },
  '/api/v1/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This description',
      responses: { 200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } } },
    },
  },
  '/healthz': {
    get: { operationId: 'health', summary: 'Whether the database answers', responses: { 200: json('Health', 'It does.'), ...problems() } },
  },
}

let made: string | null = null

/** The document as text, made at the first request for it. */
export const openApiText = (): string =>
  (made ??= JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'JNATIP data book',
      version: QUESTIONNAIRE_VERSION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Takes cases in without identities, and answers with released figures only.',
    },
    servers: [{ url: '/' }],
    paths: PATHS,
    components: {
      securitySchemes: { organisationKey: { type: 'http', scheme: 'bearer', description: 'Organisation key.' } },
      schemas: Object.fromEntries(
        Object.entries(SCHEMAS).map(([name, schema]) => {
          const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Shape
          return [name, rest]
        }),
      ),
    },
  }))
