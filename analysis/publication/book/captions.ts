/** Captions of blocks: the variable of the rows and the one by which it is broken down, in the wording of Japanese government white papers. */

import { type Text, text } from '../../../survey-schema/text.ts'
import { levelOf, variableById } from '../../../survey-schema/variables/index.ts'
import { axisName } from './print-level.ts'

/** Words for "by …", by `variable` or `variable@level`. Every other variable takes its label. */
const BY: Readonly<Record<string, Text>> = {
  registration_year: text('受付時期別', 'by period of registration'),
  source_type: text('報告者の種類別', 'by kind of reporting body'),
  gender: text('性別', 'by gender'),
  age_band_registration: text('受付時の年齢別', 'by age at registration'),
  citizenship: text('国籍別', 'by citizenship'),
  'citizenship@subregion': text('国籍の地域区分別', 'by sub-region of citizenship'),
  route_origin: text('出身国別', 'by country of origin'),
  'route_origin@subregion': text('出身地の地域区分別', 'by sub-region of origin'),
  route_transit: text('最初の経由国別', 'by first country of transit'),
  exploitation_prefectures: text('国内で搾取を受けた地方別', 'by area of exploitation in Japan'),
  status_at_contact: text('支援につながった時点の在留資格別', 'by status of residence when help was reached'),
  debt_band: text('借金の額別', 'by size of the debt'),
  contact_first_actor: text('最初につながった機関別', 'by first organisation reached'),
  contact_last_actor: text('最後につながった機関別', 'by last organisation reached'),
  exploitation_types: text('搾取の形態別', 'by form of exploitation'),
  means_of_control: text('支配の手段別', 'by means of control'),
  state_recognition: text('公的機関による認定別', 'by official recognition'),
  return_status: text('帰国の結果別', 'by outcome of return'),
  image_after: text('来日後の日本の印象別', 'by image of Japan afterwards'),
  first_helper: text('最初に助けた人別', 'by first person to help'),
}

/** Variables that the book prints at several levels, so that the caption has to name the level. */
const NAMED_LEVELS: ReadonlySet<string> = new Set(['exploitation_prefectures'])

export function captionOf(rows: string, columns: string | null): Text {
  const { variable, level } = axisName(rows)
  const found = variableById(variable)!
  const step = levelOf(found, level)!
  const name = NAMED_LEVELS.has(variable) ? text(`${found.ja}（${step.ja}）`, `${found.en}, ${step.en}`) : text(found.ja, found.en)
  if (columns === null) return name
  const across = variableById(axisName(columns).variable)!
  const by = BY[columns] ?? BY[across.id] ?? text(`${across.ja}別`, `by ${across.en.toLowerCase()}`)
  return text(`${by.ja}にみた${name.ja}`, `${name.en}, ${by.en}`)
}
