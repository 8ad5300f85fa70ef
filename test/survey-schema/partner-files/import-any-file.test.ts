/** Imports of partner files: whatever bytes a file holds, it is read or refused by place and rule. */

import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { kindOfFile } from '../../../survey-schema/partner-files/file-kind.ts'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { CONTEXT } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'
import { detector } from '../read-file.ts'
import { refusal } from '../refusal.ts'

describe('P13 whatever a file holds', () => {
  it('an import ends in outcomes or in a problem, and quotes nothing', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'TH',
        'Filipino',
        '女',
        '2004',
        'S58.4.1',
        '090-0000-1234',
        'ζsecretζ',
        '=1+1',
        '\u202E',
        'a;b',
        '24',
        '-99',
        '__proto__',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    const heading = fc.constantFrom(
      '国籍',
      '氏名',
      'Age',
      'Sex',
      'prs_Gender',
      'prs_FirstName',
      'vic_MethodsOfControl',
      'partner_case_key',
      'registration_year',
      'ζsecretζ',
      '',
      'constructor',
      '備考',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(heading, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
        async (headings, rows) => {
          const text = [headings, ...rows].map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
          const file = await openFile(strToU8(text), 'x.csv')
          const said = refusal(() => {
            const kind = kindOfFile(file)
            const { outcomes, report } = importFile(file, kind, CONTEXT, detector, {})
            const told = JSON.stringify([[...outcomes].filter(({ outcome }) => outcome === 'refused'), report()])
            expect(told).not.toContain('ζsecretζ')
          })
          expect(JSON.stringify(said)).not.toContain('ζsecretζ')
          const planned = refusal(() => {
            // These two stay on the partner's own machine and hold words of the file.
            const { proposal, unlistedWords, ...plan } = planFile(file, detector)
            expect(JSON.stringify(plan)).not.toContain('ζsecretζ')
          })
          expect(JSON.stringify(planned)).not.toContain('ζsecretζ')
        },
      ),
      { numRuns: 500 },
    )
  })
})
