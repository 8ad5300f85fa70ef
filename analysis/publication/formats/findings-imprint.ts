/** What the findings volume says of itself: edition, rules, checksum, how it is cited. */
import type { Imprint } from '../../../survey-schema/release/book.ts'
import type { Text } from '../../../survey-schema/text.ts'
import { citationFor } from '../book/citations.ts'
import { BOOK_WORDS } from './book-words.ts'
import { FINDINGS_WORDS } from './findings-words.ts'

export const findingsImprint = (imprint: Imprint): readonly (readonly [name: Text, value: Text | string])[] => [
  [BOOK_WORDS.edition, imprint.editions.join(', ')],
  ...(imprint.volume === null ? [] : [[BOOK_WORDS.volume, imprint.volume] as const]),
  [BOOK_WORDS.questionnaire, imprint.questionnaire],
  [BOOK_WORDS.policy, imprint.policy],
  [BOOK_WORDS.checksum, imprint.checksum],
  ...(imprint.records
    ? ([
        [BOOK_WORDS.records, imprint.records.citation],
        [BOOK_WORDS.terms, imprint.records.terms],
      ] as const)
    : []),
  [BOOK_WORDS.citation, citationFor(imprint, { id: 'findings', name: FINDINGS_WORDS.volume }, imprint.checksum).words],
]
