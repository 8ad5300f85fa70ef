/** Table plan, chapter 14: methods and protection of persons. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const METHODS: PlannedChapter = {
  id: 'methods',
  number: 14,
  title: text('方法と個人の保護', 'Methods and protection of persons'),
  tables: [
    {
      number: '14.1',
      editions: 'none',
      title: text('この版の規則と試験結果', 'Rules and tests of this edition'),
      learns: text(
        'どのような規則で数値を作り、秘匿し、どのような攻撃で確かめたかが分かる。',
        'By what rules figures were made and hidden, and which attacks were tried on them.',
      ),
      base: text('事例は含まない（設定・版・試験の合否）', 'no cases: settings, versions, number of editions, pass marks'),
      blocks: [{ kind: 'derived', from: 'rules' }],
      statistic: null,
      figures: [],
      notes: [],
      later: null,
    },
    {
      number: '14.2',
      editions: 'sum+new',
      title: text('表・版ごとの公表セルと秘匿セル', 'Cells shown and withheld, by table and edition'),
      learns: text('それぞれの表がどの程度読めるかが、版ごとに分かる。', 'How much of each table can be read, edition by edition.'),
      base: text('すべての版の公表対象セル', 'all published cells of all editions'),
      blocks: [{ kind: 'derived', from: 'cells-shown' }],
      statistic: null,
      figures: ['bars'],
      notes: [],
      later: null,
    },
  ],
}
