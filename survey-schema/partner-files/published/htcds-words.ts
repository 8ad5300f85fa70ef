/** The picklists of HTCDS 2.0 as codes of ours. Declared by the standard, so read without asking; codes are trimmed, labels count too. */
import { COUNTRIES } from '../../lists/countries.ts'
import type { QuestionId } from '../../questionnaire/index.ts'
import { questionOf, tidyCell } from '../file-reader.ts'
import { LANGUAGE_CODES } from '../plan/words/answers.ts'
import type { DeclaredWords } from '../table/cell.ts'

/** Where the crosswalk names several codes of ours for one of theirs, or none: the one that claims least. */
const BY_HAND: Readonly<Partial<Record<QuestionId, Readonly<Record<string, readonly string[]>>>>> = {
  gender: { NonSpecifiedUnknown: ['unknown'], 'NotSpecified/Unknown': ['unknown'] },
  source_type: {
    NGO: ['ngo_shelter'],
    CentralGovernmentOrganisation: ['embassy'],
    LocalGovernmentOrganisation: ['other'],
    CorporateBusiness: ['other'],
    SchoolOrCollege: ['other'],
  },
  exploitation_types: {
    ChildLabour: ['forced_labour'],
    ForcedMilitaryByNonStateActors: ['other'],
    'Forcedmilitary(bynonstateactors)': ['other'],
    Other: ['other'],
  },
  recruiter_relation: {
    Familial: ['relative'],
    Acquainted: ['neighbour_acquaintance'],
    Unaquainted: ['stranger'],
    Unacquainted: ['stranger'],
  },
  recruitment_channel: { Other: ['other'] },
  recruitment_platforms: { Other: ['other'], Viber: ['other'], SnapChat: ['other'], '4Sale': ['other'] },
  means_of_control: { Other: ['other'], RestrictsMovement: ['movement'], UsesChildren: ['threats_family'] },
  sexual_kinds: { Prostitution: ['prostitution'], PrivateSexualServices: ['private_household'] },
  vulnerability_factors: { Poverty: [], Discrimination: [], WorkEnvironment: [] },
}
const ANY_OTHER_SECTOR = /^[A-U]_[A-Za-z]+$/
/** Sectors that the standard joins: farming, forestry and fishing. */
const FIRST_SECTOR = 'A_AgricultureForestryAndFishing'

/** Words compared without blanks, commas, hyphens, case and the letter of a sector: labels are mostly their codes with blanks. */
const fold = (word: string): string =>
  tidyCell(word)
    .replace(/^[A-U]_(?=[A-Z])/, '')
    .replace(/[\s,;-]/g, '')
    .toLowerCase()

const indexes = new Map<QuestionId, ReadonlyMap<string, readonly string[]>>()

function indexOf(id: QuestionId): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(id)
  if (known) return known
  const found = new Map<string, readonly string[]>()
  for (const { code, htcds = '' } of questionOf(id).codes)
    for (const name of htcds.split('|')) {
      const word = fold(name.replace(/^.*:/, ''))
      if (word !== '' && !found.has(word)) found.set(word, [code])
    }
  for (const [name, codes] of Object.entries(BY_HAND[id] ?? {})) found.set(fold(name), codes)
  if (id === 'first_language') for (const [name, code] of Object.entries(LANGUAGE_CODES)) found.set(name, [code])
  if (questionOf(id).list === 'iso3166_1_alpha2') for (const { code, alpha3 } of COUNTRIES) found.set(fold(alpha3), [code])
  indexes.set(id, found)
  return found
}

/** Labels of the published form that are not their codes with blanks. */
const LABELS: Readonly<Record<string, string>> = {
  threatsoflawenforcement: 'threatslawenforcement',
  'threatenschildren/family': 'threatenschildrenfamily',
}

/** What stands for nothing in files of this standard. */
const MISSING: ReadonlySet<string> = new Set(['-99', 'zz', 'na', 'n/a', 'notspecified', 'notspecified/unknown', 'unknown', 'null', '#n/a'])

export const htcdsWords: DeclaredWords = (id, word) => {
  const index = indexOf(id)
  const folded = fold(word)
  const found = index.get(folded) ?? index.get(LABELS[folded] ?? '')
  if (found) return found
  if (id === 'labour_sectors' && ANY_OTHER_SECTOR.test(tidyCell(word))) return tidyCell(word) === FIRST_SECTOR ? ['agriculture'] : ['other']
  // NA is Namibia in a column of countries.
  if (MISSING.has(folded) && !(folded === 'na' && questionOf(id).list === 'iso3166_1_alpha2') && questionOf(id).reserved)
    return ['not_asked']
  return undefined
}
