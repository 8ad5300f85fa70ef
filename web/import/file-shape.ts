/** What a file turned out to be, in words: its kind, encoding, delimiter and sheet. Under others of them it would hold other words. */
import { ENCODING_NAMES, type Encoding } from '../../survey-schema/partner-files/texts/encoding.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { Sight } from './reading-messages.ts'

const DELIMITERS: Readonly<Record<string, Text>> = {
  ',': { ja: 'コンマ区切り', en: 'separated by commas' },
  ';': { ja: 'セミコロン区切り', en: 'separated by semicolons' },
  '\t': { ja: 'タブ区切り', en: 'separated by tabs' },
  '|': { ja: '縦線区切り', en: 'separated by vertical bars' },
}
const KINDS: Readonly<Record<Sight['kind'], Text>> = {
  cases: { ja: 'この調査票の形式', en: 'our own columns' },
  form: { ja: 'この調査票（KoboToolbox・ODKの書き出し）', en: 'our form, exported from KoboToolbox or ODK' },
  'ctdc-2021': { ja: 'CTDC（2021年版）', en: 'CTDC 2021' },
  'ctdc-2024': { ja: 'CTDC（2024年版）', en: 'CTDC 2024' },
  htcds: { ja: 'HTCDS 2.0', en: 'HTCDS 2.0' },
  table: { ja: '独自の表', en: 'a table of your own' },
  submissions: { ja: '記入済みの調査票', en: 'filled questionnaires' },
}

const alike = (words: string): Text => ({ ja: words, en: words })

export function shapeOf({ kind, encoding, delimiter, sheet, sheets }: Sight): readonly Text[] {
  const name = sheets.find(({ position }) => position === sheet)?.name
  return [
    KINDS[kind],
    ...(encoding ? [alike(ENCODING_NAMES[encoding as Encoding])] : []),
    ...(delimiter ? [DELIMITERS[delimiter] as Text] : []),
    ...(name ? [alike(name)] : []),
  ]
}
