/** Table plan, chapter 8: expectations and the image of Japan. */
import { text } from '../../../../../survey-schema/text.ts'
import type { PlannedChapter } from '../planned.ts'

export const IMAGE: PlannedChapter = {
  id: 'image',
  number: 8,
  title: text('日本への期待と印象', 'Expectations and the image of Japan'),
  tables: [
    {
      number: '8.1',
      editions: 'sum+new',
      title: text(
        '期待していた暮らしと日本についての情報源（国籍の地域区分別）',
        'Expected life and sources of knowledge, by sub-region of citizenship',
      ),
      learns: text(
        '日本でどのような暮らしを望み、日本のことをだれから聞いていたかが分かる。',
        'What people hoped for in Japan, and who had told them about it.',
      ),
      base: text('来日があり、回答のある事例', 'cases with a leg into Japan and an answer'),
      blocks: [
        { kind: 'table', rows: 'expected_life@list', columns: 'citizenship@subregion' },
        { kind: 'table', rows: 'info_source_japan@list', columns: 'citizenship@subregion' },
      ],
      statistic: 'crosstab',
      figures: ['heat'],
      notes: [],
      later: null,
    },
    {
      number: '8.2',
      editions: 'sum+new',
      title: text('日本の印象（来日前と来日後）', 'Image of Japan before and afterwards'),
      learns: text(
        '来日する人の目に日本がどう映り、その後どう変わったかが分かる。',
        'How Japan looked from the other side, before and after.',
      ),
      base: text('来日があり、前後両方の印象が分かる事例', 'cases with a leg into Japan and both images known'),
      blocks: [
        { kind: 'table', rows: 'image_before@list', columns: 'image_after@list', shareOf: 'row' },
        { kind: 'table', rows: 'image_after@list', columns: null },
      ],
      statistic: 'crosstab',
      figures: ['matrix'],
      notes: [],
      later: null,
    },
    {
      number: '8.3',
      editions: 'sum+new',
      title: text('日本の印象の変化', 'Shift of the image'),
      learns: text(
        '日本の印象が悪くなった人、変わらない人、良くなった人がどれほどいるかが分かる。',
        'For how many the image of Japan fell, stayed or rose.',
      ),
      base: text('表8.2と同じ', 'the cases of table 8.2'),
      blocks: [{ kind: 'derived', from: 'image-shift' }],
      statistic: null,
      figures: ['dots'],
      notes: [],
      later: null,
    },
    {
      number: '8.4',
      editions: 'sum+new',
      title: text('来日後の印象とその理由（公的機関の認定別）', 'Image afterwards and what changed it, by official recognition'),
      learns: text(
        '公的機関に認められたかどうかと、日本の印象との関わりが分かる。',
        'Whether being recognised goes together with another view of Japan.',
      ),
      base: text('来日があり、回答のある事例', 'cases with a leg into Japan and an answer'),
      blocks: [
        { kind: 'table', rows: 'image_after@list', columns: 'state_recognition@group3' },
        { kind: 'table', rows: 'image_change@list', columns: 'state_recognition@group3' },
      ],
      statistic: 'crosstab',
      figures: ['stacked'],
      notes: [],
      later: null,
    },
  ],
}
