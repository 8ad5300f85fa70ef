/** What changed from one published bundle to the next: editions, tables, questionnaire and policy, read from the manifests alone. */

import type { Change } from '../../../survey-schema/release/book.ts'
import type { Manifest } from '../../../survey-schema/release/bundle.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import type { PublishedEditions } from './published-editions.ts'

/** Newest first. */
export const changesOf = ({ manifests }: PublishedEditions): readonly Change[] =>
  manifests.map((manifest, at) => ({ edition: nameOf(manifest), lines: linesOf(manifest, manifests[at - 1] ?? null) })).reverse()

const nameOf = ({ counted, editions }: Manifest): string => (counted.at(-1) ?? editions.at(-1))?.id ?? ''

function linesOf(now: Manifest, before: Manifest | null): readonly Text[] {
  const added = now.editions.map(({ id }) => id)
  const lines: Text[] = [
    ...(added.length > 0
      ? [text(`版 ${added.join('、')} の単純集計を公表した。`, `Tables of one question were published for edition ${added.join(', ')}.`)]
      : []),
    now.volume
      ? text(
          `版 ${now.volume.editions.join('、')} をまとめた組み合わせの表（${now.volume.id}）を公表した。`,
          `Tables of several questions were published for ${now.volume.editions.join(', ')} together (${now.volume.id}).`,
        )
      : text('組み合わせた表は、事例が必要な数に達するまで公表を見送った。', 'Tables of several questions wait for more cases.'),
    ...(now.volume?.byDecision
      ? [
          text(
            '編集者二名が、通常より少ない事例でも組み合わせた表を公表すると決め、その決定を記録した。',
            'Two editors decided, on record, to publish them although the volume may hold fewer cases than usual.',
          ),
        ]
      : []),
  ]
  if (!before) return [...lines, text('最初の公表である。', 'This is the first publication.')]
  const names = ({ tables }: Manifest) => new Set(tables.map((name) => name.slice(name.indexOf('/') + 1)))
  const [held, holds] = [names(before), names(now)]
  const [more, fewer] = [[...holds].filter((name) => !held.has(name)).length, [...held].filter((name) => !holds.has(name)).length]
  const questionnaire = (manifest: Manifest) => manifest.counted.at(-1)?.questionnaire ?? ''
  return [
    ...lines,
    ...(more > 0 ? [text(`前回の公表にない表が${more}ある。`, `${more} tables are new since the publication before.`)] : []),
    ...(fewer > 0
      ? [text(`前回の公表にあって今回ない表が${fewer}ある。`, `${fewer} tables of the publication before are not in this one.`)]
      : []),
    ...(questionnaire(now) !== questionnaire(before)
      ? [
          text(
            `調査票が${questionnaire(before)}版から${questionnaire(now)}版になった。`,
            `The questionnaire went from ${questionnaire(before)} to ${questionnaire(now)}.`,
          ),
        ]
      : []),
    ...(now.policy.id !== before.policy.id
      ? [
          text(
            `秘匿規則が${before.policy.id}から${now.policy.id}になった。`,
            `The policy went from ${before.policy.id} to ${now.policy.id}.`,
          ),
        ]
      : []),
    text('これまでに公表した数値は変わらない。', 'Figures published before stay as they are.'),
  ]
}
