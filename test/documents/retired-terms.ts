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
const DISCLOSURE =
  /^(analysis\/(disclosure|policy)|server\/editors\/(audit|attack)|test\/(analysis\/(disclosure|policy)|attack|properties))\//
/** Where tables are put together for an audit. */
const LINKING =
  /^(analysis\/disclosure|server\/editors\/(audit|attack|build)|server\/cli\/files|test\/analysis\/disclosure|test\/(attack|properties))\//

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
  { words: /\b(he|one|they) who knows?\b|\bknowers?\b/i, say: 'insider, contributor, coalition', within: PROTECTING },
  // Hierarchies.
  { words: /\bladders?\b/i, say: 'hierarchy, levels' },
  { words: /\bbeneath\b/i, say: 'child, finer' },
  { words: /\babove\b/i, say: 'parent, coarser', within: /^analysis\/disclosure\/audit\//, zones: NAMES },
  // Audits.
  { words: /\bblocks?\b/i, say: 'linked tables', within: LINKING },
  { words: /\b(families|family)\b/i, say: 'additive relation', within: PROTECTING },
  { words: /\bstrands?\b/i, say: 'partition' },
  { words: /\batoms?\b/i, say: 'elementary cell' },
  {
    words: /\b(narrow|narrows|narrowed|witness|witnesses|walkers?)\b/i,
    say: 'bounds, protection interval, feasible table',
    within: /^(analysis\/disclosure|server\/editors\/audit|test\/(analysis\/disclosure|attack|properties))\//,
  },
  { words: /\b(trades?|companions?)\b/i, say: 'swap moves; secondary suppression search', within: PROTECTING },
  { words: /\b(tell|tells|telling|tellings|told|hear|hears|heard)\b/i, say: 'evidence, likelihood', within: PROTECTING, zones: NAMES },
  {
    words: /\b(telling|told(?! apart)|hears?|heard)\b/i,
    say: 'evidence, likelihood',
    within: /^(analysis|test\/analysis)\/disclosure\/audit\//,
    zones: WRITTEN,
  },
  { words: /\b(beliefs?|believes?|believed|believers?)\b/i, say: 'posterior, evidence', zones: NAMES },
  { words: /\b(beliefs?|believes?|believed)\b/i, say: 'posterior, evidence', within: PROTECTING, zones: PROSE },
  { words: /\b(said|around)\b/i, say: 'implication, implied', within: PROTECTING, zones: NAMES },
  { words: /\b(twins?|suspects?|suspected|meetings?)\b/i, say: 'equivalent cells, risky difference', within: PROTECTING },
  { words: /(?<!all )\b(settles?|settled|settling)\b/i, say: 'fixed-point iteration, rules', within: PROTECTING },
  { words: /\b(decides?|decided|undecided)\b/i, say: 'protect, plan, release', within: PROTECTING, zones: NAMES },
  { words: /\bmarks\b/i, say: 'limits', within: DISCLOSURE, zones: NAMES },
  { words: /\buniverses?\b/i, say: 'catalogue, every table' },
  { words: /\bunchecked tables?\b/i, say: 'exact table' },
  { words: /\btrees? of routes\b/i, say: 'tree of journeys', zones: WRITTEN },
  { words: /\breleased routes\b/i, say: 'released journeys' },
  // Intake.
  { words: /\bcode words?\b/i, say: 'case reference' },
  { words: /\btripwires?\b/i, say: 'identifier detection' },
  { words: /\bfaces?\b/i, say: 'form, export format' },
  // Books.
  { words: /\b(shelf|shelves)\b/i, say: 'published editions' },
  { words: /\bways? to help\b/i, say: 'path to help', zones: ['name', 'comment', 'title', 'document'] },
  { words: /\b(a|the|one|each|every|of|per) slices?\b/i, say: 'edition, volume, case set', zones: ['comment', 'title'] },
  { words: /\w slices?\b|\bslices? \w/i, say: 'edition, volume, case set', zones: NAMES },
]

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
    words: /make room|room that is left/i,
    because: 'space on a disk',
  },
  { path: /^server\/cli\/files\/partner-file\.ts$/, words: /^room$/, because: 'letters that a line of the terminal has left' },
  { path: /^test\/bench\//, words: /\bwall\b/i, because: 'wall-clock time' },
  {
    path: /^survey-schema\/identifiers\/|^test\/survey-schema\/(identifier|detect)/,
    words: /room|house|block/i,
    because: 'parts of an address that identifier detection finds',
  },
  { path: /^survey-schema\/partner-files\/plan\/words\//, words: /./, zones: ['message'], because: 'what partners write in their files' },
  { path: /^server\/demo\/population\//, words: /House of Prayer|Counselling Room/, because: 'names of invented organisations' },
  { path: /^survey-schema\/(languages|phrases)\//, words: /^stranger$/, because: 'a code of the questionnaire' },
  { path: /^server\/demo\/population\//, words: /^(settled|stranger)$/, because: 'settled migrants; a code of the questionnaire' },
  { path: /^survey-schema\/forms\/ddi\.ts$/, words: /universe/i, because: 'an element of DDI' },
  { path: /^server\/editors\/build\/record-keys\.ts$/, words: /block/i, because: 'a block of a cipher' },
  { path: /^test\/attack\/seizure\.test\.ts$/, words: /suspect/i, because: 'people whom somebody suspects' },
  { path: /duplicate/, words: /decide/i, because: 'what an editor decides about two reports' },
  {
    path: /^(analysis\/publication|survey-schema\/forms|server\/editors\/pages|test\/(analysis\/publication|accept|attack)|web)\//,
    words: /block/i,
    because: 'a printed block of the book or of a page',
  },
  { path: /^CODE_OF_CONDUCT\.md$/, words: /./, because: 'words of the Contributor Covenant' },
  // Stored, sent or published.
  {
    path: /^(survey-schema\/(questionnaire|lists|variables|phrases|forms)|analysis\/publication\/book|server\/editors\/forms)\//,
    words: /./,
    zones: ['message'],
    because: 'texts of the questionnaire, its forms and the book, which are published',
  },
  { path: /^docs\/(questionnaire|table-plan)\.md$/, words: /./, because: 'the same texts, written out' },
  {
    path: /^(docs\/release-model\.md|analysis\/disclosure\/rules\/additive-relations\.ts)$/,
    words: /`ladder`/,
    because: 'a stored reason',
  },
  {
    path: /^test\/survey-schema\/identifier-examples\.ts$/,
    words: /Export ladder: year/,
    because: 'a text of the question bank, in which nothing identifies',
  },
  { path: /./, words: /^other_code_word$/, because: 'a rule that is sent' },
  { path: /^(analysis\/disclosure|test|server\/editors)\//, words: /^ladder$/, zones: ['name'], because: 'a stored reason' },
  {
    path: /^(server\/cli\/(files\/audited-tables|commands\/audit)\.ts|test\/(cli\/audit-commands\.test|bench\/withhold)\.ts)$/,
    words: /\batoms?\b/,
    because: 'a key of the file that audit --tables reads',
  },
]
