/** Labels inside a sentence, always in quotation marks: whatever number stands outside of quotation marks is a published figure. */
import { type Text, text } from '../../../../survey-schema/text.ts'

export const quoted = ({ ja, en }: Text): Text => text(`「${ja}」`, `“${en}”`)

/** The parts in one enumeration. @example listed([{ ja: '甲', en: 'a' }, { ja: '乙', en: 'b' }]) // { ja: '甲、乙', en: 'a and b' } */
export const listed = (parts: readonly Text[]): Text =>
  text(
    parts.map(({ ja }) => ja).join('、'),
    parts.length < 2
      ? (parts[0]?.en ?? '')
      : `${parts
          .slice(0, -1)
          .map(({ en }) => en)
          .join(', ')} and ${parts.at(-1)!.en}`,
  )

/**
 * A printed share without its interval, which a sentence leaves to the table.
 * @example withoutInterval({ ja: '29%（23～35）', en: '29% (23–35)' }) // { ja: '29%', en: '29%' }
 */
export const withoutInterval = ({ ja, en }: Text): Text => text(/^\d+%/.exec(ja)?.[0] ?? ja, /^\d+%/.exec(en)?.[0] ?? en)
