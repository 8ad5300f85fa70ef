/**
 * Answers of the server, parsed by hand: the form must stay small, and its few shapes do not need a library. The types are those of the app,
 * so that a reader and the route whose answer it reads cannot differ; nothing of the server is loaded.
 */
import type { hc, InferResponseType } from 'hono/client'
import type { App } from '../server/app.ts'
import type { Issue } from '../survey-schema/problem.ts'
import type { Provenance } from '../survey-schema/release/bundle.ts'

export type { Issue } from '../survey-schema/problem.ts'

/** @throws TypeError for anything else, without saying what it was */
type Read<T> = (value: unknown) => T

type Api = ReturnType<typeof hc<App>>['api']['v1']

export type Edition = InferResponseType<Api['editions']['$get'], 200>['editions'][number]

type ReceiptAnswer = InferResponseType<Api['cases']['$post'], 201>
/** A flag that a later server adds is a text like the others. */
export type Receipt = Omit<ReceiptAnswer, 'flags'> & { readonly flags: readonly string[] }

type OwnCasesAnswer = InferResponseType<Api['cases']['$get'], 200>
export type ListedCase = Pick<OwnCasesAnswer['cases'][number], 'month' | 'edition' | 'state'>

/** A case of one's own, as it is held now. */
export interface FoundCase {
  readonly id: string
  readonly month: string
  readonly version: number
}

type ImportAnswer = InferResponseType<Api['imports'][':id']['$get'], 200>
type PartAnswer = InferResponseType<Api['imports'][':id']['parts'][':part']['$put'], 200>

export type ImportProgress = Pick<ImportAnswer, 'id' | 'state'>

/** One line of a part that was sent. An outcome that a later server adds is a text like the others. */
export type LineKept = Pick<PartAnswer['rows'][number], 'line' | 'id' | 'receipt'> & { readonly outcome: string }

export interface Problem {
  readonly type: string
  readonly detail: string | null
  readonly errors: readonly Issue[]
}

const STATES: readonly unknown[] = ['open', 'closed', 'published'] satisfies readonly Edition['state'][]

const fields: Read<Readonly<Record<string, unknown>>> = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object')
  return value as Readonly<Record<string, unknown>>
}

const text: Read<string> = (value) => {
  if (typeof value !== 'string') throw new TypeError('not a text')
  return value
}

const listOf =
  <T>(entry: Read<T>): Read<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw new TypeError('not a list')
    return value.map(entry)
  }

const edition: Read<Edition> = (value) => {
  const { id, state, fictional, questionnaire } = fields(value)
  if (!STATES.includes(state)) throw new TypeError('not a state of an edition')
  // What does not say that it is real is shown as fictional.
  return { id: text(id), state: state as Edition['state'], fictional: fictional !== false, questionnaire: text(questionnaire) }
}

export const editionsOf: Read<readonly Edition[]> = (body) => listOf(edition)(fields(body).editions)

export type Network = InferResponseType<Api['network']['$get'], 200>

/** A network that leaves something out has not set it. */
export const networkOf: Read<Network> = (body) => {
  const { quick_exit, receipt_host, answers, hotlines } = fields(body)
  return {
    quick_exit: text(quick_exit),
    receipt_host: receipt_host === null ? null : text(receipt_host),
    answers: listOf(text)(answers) as Network['answers'],
    hotlines: listOf((entry): Network['hotlines'][number] => {
      const { name, telephone, hours, languages } = fields(entry)
      const told = { name: text(name), telephone: text(telephone), languages: listOf(text)(languages) as string[] }
      return hours === undefined ? told : { ...told, hours: text(hours) }
    })(hotlines) as Network['hotlines'],
  }
}

/** A share from 0 to 1. @throws for anything else */
export const doneOf: Read<InferResponseType<Api['preparing']['$get'], 200>['done']> = (body) => {
  const { done } = fields(body)
  if (typeof done !== 'number' || !(done >= 0 && done <= 1)) throw new TypeError('not a share')
  return done
}

export const tableIdsOf: Read<readonly string[]> = (body) => listOf(text)(fields(body).tables)

/** Whom to call. */
export interface Hotline {
  readonly name: string
  readonly telephone: string
  readonly hours: string | null
  /** BCP 47. */
  readonly languages: readonly string[]
}

export const hotlinesOf: Read<readonly Hotline[]> = (body) =>
  listOf((entry) => {
    const { name, telephone, hours, languages } = fields(entry)
    return {
      name: text(name),
      telephone: text(telephone),
      hours: hours === undefined ? null : text(hours),
      languages: listOf(text)(languages),
    }
  })(fields(body).hotlines)

export const receiptOf: Read<Receipt> = (body) => {
  const { id, receipt, stripped, generalised, flags } = fields(body)
  return {
    id: text(id),
    receipt: text(receipt),
    stripped: listOf((entry) => ({ path: text(fields(entry).path), kind: text(fields(entry).kind) }))(stripped),
    generalised: listOf((entry) => ({ path: text(fields(entry).path), to: text(fields(entry).to) }))(generalised),
    flags: listOf(text)(flags),
  }
}

const count: Read<number> = (value) => {
  if (!Number.isSafeInteger(value)) throw new TypeError('not a number')
  return value as number
}

type OrganisationAnswer = InferResponseType<Api['organisation']['$get'], 200>

/** What the register says of the organisation that asks. */
export interface OrganisationAsTold {
  /** Whether a rule for existing records is registered. */
  readonly existingRecordRule: boolean
  readonly number: number
  /** By which the server judges years. */
  readonly year: number
  /** Null while none is open. */
  readonly openEdition: string | null
  /** Public signing keys, hexadecimal. */
  readonly keys: readonly { readonly generation: number; readonly signing: string }[]
}

export const organisationOf: Read<OrganisationAsTold> = (body) => {
  const { existing_record_rule: rule, number, year, open_edition: open, keys } = fields(body) as Partial<OrganisationAnswer>
  if (rule === undefined) throw new TypeError('not what the register says')
  return {
    existingRecordRule: rule !== null,
    number: count(number),
    year: count(year),
    openEdition: open === null ? null : text(fields(open).id),
    keys: listOf((key) => ({ generation: count(fields(key).generation), signing: text(fields(key).signing) }))(keys),
  }
}

/** Shown as it stands in the bundle; whoever relies on it compares it with what others hold. */
export const provenanceOf: Read<Provenance | null> = (body) => {
  const { provenance } = fields(body)
  if (provenance === undefined || provenance === null) return null
  const { register, editions } = fields(provenance)
  const { number, checksum, signers } = fields(register)
  return {
    register: { number: count(number), checksum: text(checksum), signers: listOf(text)(signers) },
    editions: listOf((entry) => {
      const { id, organisationsWithoutKey, leftOut, statements } = fields(entry)
      return {
        id: text(id),
        organisationsWithoutKey: count(organisationsWithoutKey),
        leftOut: count(leftOut),
        statements: listOf(text)(statements),
      }
    })(editions),
  }
}

export interface StatementAsSent {
  readonly organisation: number
  readonly enc: Uint8Array
  readonly ciphertext: Uint8Array
}

const base64Bytes: Read<Uint8Array> = (value) => Uint8Array.from(atob(text(value)), (character) => character.charCodeAt(0))

export const statementOf: Read<StatementAsSent> = (body) => {
  const { organisation, enc, ciphertext } = fields(body)
  return { organisation: count(organisation), enc: base64Bytes(enc), ciphertext: base64Bytes(ciphertext) }
}

export const heldOf: Read<ReadonlyMap<string, number>> = (body) =>
  new Map(listOf((entry) => [text(fields(entry).tag), count(fields(entry).version)] as const)(fields(body).held))

export const ownCasesOf: Read<{ readonly cases: readonly ListedCase[]; readonly next: string | null }> = (body) => {
  const { cases, next } = fields(body)
  return {
    cases: listOf((entry) => {
      const { month, edition: id, state } = fields(entry)
      return { month: text(month), edition: text(id), state: state === 'open' ? ('open' as const) : ('frozen' as const) }
    })(cases),
    next: textOrNothing(next),
  }
}

/** An id that becomes part of an address is one. */
export const foundCaseOf: Read<Pick<FoundCase, 'id' | 'month'>> = (body) => {
  const { id, month } = fields(body)
  if (!/^[0-9a-f]{32}$/.test(text(id))) throw new TypeError('not an id')
  return { id: text(id), month: text(month) }
}

const textOrNothing: Read<string | null> = (value) => (value === null ? null : text(value))

export const importOf: Read<ImportProgress> = (body) => {
  const { id, state } = fields(body)
  return { id: text(id), state: state === 'committed' ? 'committed' : 'waiting' }
}

export const partOf: Read<readonly LineKept[]> = (body) =>
  listOf((entry) => {
    const { line, outcome, id, receipt } = fields(entry)
    return { line: count(line), outcome: text(outcome), id: textOrNothing(id), receipt: textOrNothing(receipt) }
  })(fields(body).rows)

const issue: Read<Issue> = (entry) => {
  const { pointer, rule, kind } = fields(entry)
  return { pointer: text(pointer), rule: text(rule), ...(typeof kind === 'string' ? { kind } : {}) }
}

export const problemOf: Read<Problem> = (body) => {
  const { type, detail, errors } = fields(body)
  return {
    type: text(type),
    detail: typeof detail === 'string' ? detail : null,
    errors: errors === undefined ? [] : listOf(issue)(errors),
  }
}

/** A part of the book, whose shape page and server share; only that it is this part is looked at. @throws TypeError */
export const bookPart =
  <Part>(named: string): Read<Part> =>
  (body) => {
    if (typeof fields(body)[named] !== 'object' || fields(body)[named] === null) throw new TypeError('not this part of the book')
    return body as Part
  }

/** Names of files, as texts or as objects that name them. */
/** A file of the book. */
export interface OfferedFile {
  readonly name: string
  readonly format: string
  /** Null where it holds both. */
  readonly language: string | null
  readonly bytes: number
}

export const filesOf: Read<readonly OfferedFile[]> = (body) =>
  listOf((entry) => {
    const { name, format, language, bytes } = fields(entry)
    return { name: text(name), format: text(format), language: language === null ? null : text(language), bytes: count(bytes) }
  })(fields(body).files)
