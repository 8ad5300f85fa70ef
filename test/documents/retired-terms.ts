/**
 * Words that the project no longer uses, and what replaces each: `docs/glossary.md` has the meaning of the replacements. Many of them are
 * ordinary English elsewhere, so a rule says in which zones of a file and under which paths its word is retired.
 *
 * Names are split into their words before they are compared (`toldTo`, `TOLD_TO` and `told-to` are "told to"); `typeNames` sees them whole.
 * What is stored or sent keeps its word, and so do the printed texts of the questionnaire and the book: `KEPT` lists them with the reason.
 */
import type { Zone } from './text-zones.ts'

export interface Retired {
  readonly words: RegExp
  readonly say: string
  /** Where the word is retired; everywhere if left out. */
  readonly zones?: readonly Zone[]
  /** Paths under which it is retired; all if left out. */
  readonly within?: RegExp
}

export interface Kept {
  readonly path: RegExp
  readonly words: RegExp
  readonly zones?: readonly Zone[]
  readonly because: string
}

const NAMES: readonly Zone[] = ['name']
const PROSE: readonly Zone[] = ['comment', 'title', 'message', 'document']
const WRITTEN: readonly Zone[] = ['comment', 'title', 'document']

/** Where figures are counted, protected and attacked. */
const PROTECTING =
  /^(analysis\/(catalogue|exact|disclosure|policy)|server\/editors\/(audit|attack|build)|test\/(analysis\/(catalogue|disclosure|exact|policy)|attack|properties))\//
const AUDITING =
  /^(analysis\/disclosure\/audit|server\/editors\/(audit|attack)|test\/analysis\/disclosure\/audit|test\/(attack|properties))\//

/** Retired types, functions and constants, and the name that each has now. */
export const RETIRED_NAMES: Readonly<Record<string, string>> = {
  Slice: 'CaseSet',
  Decisions: 'ProtectedTables',
  DecidedVariable: 'ProtectedVariable',
  DecidedPair: 'ProtectedPair',
  decideVariable: 'protectVariable',
  decidePair: 'protectPair',
  decideAll: 'protectAll',
  decidedTables: 'auditTablesOf',
  Block: 'LinkedTables',
  BlockCell: 'LinkedCell',
  BlockAxis: 'LinkedAxis',
  blocksOf: 'linkedTablesOf',
  Telling: 'Likelihood',
  Believed: 'CellPosterior',
  auditBeliefs: 'auditEvidence',
  Marks: 'EvidenceLimits',
  MARKS: 'AUDIT_LIMITS',
  UncheckedTable: 'ExactTable',
  ReleasedRoutes: 'ReleasedJourneys',
  UNIVERSE: 'every table of the catalogue',
}

export const RETIRED: readonly Retired[] = [
  // How code is divided.
  { words: /\brooms?\b/i, say: 'package; in an audit: bounds, width' },
  { words: /\bhouses?\b/i, say: 'package; project' },
  { words: /\bwalls?\b/i, say: 'boundary' },
  { words: /\bdoors?\b/i, say: 'channel, interface, route, intake' },
  { words: /\bborders?\b/i, say: 'boundary; threshold' },
  { words: /\b(utility|utility's|the|cell) floors?\b/i, say: 'minimum; utility bar', zones: PROSE },
  { words: /\w floors?\b|\bfloors? \w/i, say: 'minimum; utility bar', zones: NAMES },
  // Withheld cells.
  { words: /\b(dark|gone|going|hidden|silent|silence)\b/i, say: 'withheld, pending; suppressed', within: PROTECTING },
  { words: /\bhidden (small |single )?(cells?|counts?|figures?)\b/i, say: 'withheld cell', zones: PROSE },
  { words: /\bbesides\b/i, say: 'secondary suppression; beside, also', within: PROTECTING },
  // Who is meant.
  { words: /\bstrangers?\b/i, say: 'somebody without cases, contributor, insider; unknown key' },
  {
    words: /\b(he|one|those|they|them|someone|somebody|who) who knows?\b|\bknowers?\b/i,
    say: 'insider, contributor, coalition',
    within: PROTECTING,
  },
  // Hierarchies.
  { words: /\bladders?\b/i, say: 'hierarchy, levels' },
  { words: /\bbeneath\b/i, say: 'child, finer' },
  { words: /\babove\b/i, say: 'parent, coarser', within: AUDITING, zones: NAMES },
  // Audits.
  {
    words: /\bblocks?\b/i,
    say: 'linked tables',
    within:
      /^(analysis\/disclosure|server\/editors\/(audit|attack|build)|server\/cli\/files|test\/analysis\/disclosure|test\/(attack|properties))\//,
  },
  { words: /\b(families|family)\b/i, say: 'additive relation', within: PROTECTING },
  { words: /\bstrands?\b/i, say: 'partition' },
  { words: /\batoms?\b/i, say: 'elementary cell' },
  {
    words: /\b(narrow|narrows|narrowed|witness|witnesses|walkers?)\b/i,
    say: 'bounds, protection interval, feasible table',
    within: PROTECTING,
  },
  { words: /\b(trades?|companions?)\b/i, say: 'swap moves; secondary suppression search', within: PROTECTING },
  { words: /\b(tell|tells|telling|tellings|told|hear|hears|heard)\b/i, say: 'evidence, likelihood', within: PROTECTING, zones: NAMES },
  { words: /\b(telling|told(?! apart)|hears?|heard)\b/i, say: 'evidence, likelihood', within: AUDITING, zones: WRITTEN },
  { words: /\b(beliefs?|believes?|believed)\b/i, say: 'posterior, evidence' },
  { words: /\b(said|around)\b/i, say: 'implication, implied', within: PROTECTING, zones: NAMES },
  { words: /\b(twins?|suspects?|suspected|meetings?)\b/i, say: 'equivalent cells, risky difference', within: PROTECTING },
  { words: /(?<!all )\b(settles?|settled|settling)\b/i, say: 'fixed-point iteration, rules' },
  { words: /\b(decides?|decided|undecided)\b/i, say: 'protect, plan, release', within: PROTECTING, zones: NAMES },
  { words: /\bmarks\b/i, say: 'limits', within: PROTECTING, zones: NAMES },
  { words: /\buniverses?\b/i, say: 'catalogue, every table' },
  { words: /\bunchecked tables?\b/i, say: 'exact table' },
  { words: /\breleased routes\b/i, say: 'released journeys' },
  // Intake.
  { words: /\bcode words?\b/i, say: 'case reference' },
  { words: /\btripwires?\b/i, say: 'identifier detection' },
  { words: /\bfaces?\b/i, say: 'form, export format' },
  // Books.
  { words: /\b(shelf|shelves)\b/i, say: 'published editions' },
  { words: /\bways? to help\b/i, say: 'path to help' },
  { words: /\b(a|the|one|each|every|of|per) slices?\b/i, say: 'edition, volume, case set', zones: ['comment', 'title'] },
  { words: /\w slices?\b|\bslices? \w/i, say: 'edition, volume, case set', zones: NAMES },
]

const BOOK = /^analysis\/publication\/book\//
const DRAWN = /^(analysis\/publication\/(figures|formats)|web|server\/editors\/(book-files|pages|forms)|survey-schema\/forms)\//

export const KEPT: readonly Kept[] = [
  // Ordinary uses.
  { path: DRAWN, words: /border|room/i, because: 'lines of a box, and the space that words have in a drawing' },
  {
    path: /^test\/(analysis\/publication|journeys|accept|server\/editors\/book-files)\//,
    words: /border|\broom\b/i,
    because: 'the same, looked at by a test',
  },
  {
    path: /^(server\/cli\/whole-book\.ts|test\/server\/trouble\.test\.ts)$/,
    words: /[Mm]ake room|make room|room that is left/,
    because: 'space on a disk',
  },
  { path: /^test\/bench\//, words: /\bwall\b/i, because: 'wall-clock time' },
  {
    path: /^survey-schema\/identifiers\/|^test\/survey-schema\/(identifier|detect)/,
    words: /room|house|block/i,
    because: 'parts of an address that identifier detection finds',
  },
  { path: /^survey-schema\/partner-files\/words\//, words: /face to face/i, because: 'what partners write in their files' },
  {
    path: /^server\/demo\/population\/organisations\.ts$/,
    words: /House of Prayer|Counselling Room/,
    because: 'names of invented organisations',
  },
  // Stored or sent.
  {
    path: /^survey-schema\/(questionnaire|lists|variables|forms)\//,
    words: /./,
    zones: ['message'],
    because: 'texts of the questionnaire, which are published',
  },
  { path: BOOK, words: /./, zones: ['message'], because: 'texts of the book, which are published' },
]
