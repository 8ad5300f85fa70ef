/** Own counts in the lines of the released table of the same variable. */
import type { ReleasedView, ViewLine } from '../../analysis/publication/figures/views/released-view.ts'
import { contentOf, frameOf } from '../../analysis/publication/figures/views/view-lines.ts'
import { levelOf, variableById } from '../../survey-schema/variables/index.ts'
import type { OwnCount } from './counting.ts'
import { WORDS } from './words.ts'

export interface LineBeside {
  readonly key: string
  readonly label: string
  /** Null where a line joins categories: own cases stand in lines of their own then. */
  readonly own: number | null
  /** Position in the released table; null where it has no such line. */
  readonly place: number | null
}

type Said = (text: { readonly ja: string; readonly en: string }) => string

const NO_ANSWER = ['unknown', 'declined', 'not_asked'] as const

const unansweredOf = ({ byCode }: OwnCount): number => NO_ANSWER.reduce((sum, state) => sum + (byCode[state] ?? 0), 0)

function ownOf({ role, code }: Pick<ViewLine, 'role' | 'code'>, count: OwnCount): number | null {
  const { byCode, answered, total } = count
  switch (role) {
    case 'value':
    case 'state':
      return byCode[code] ?? 0
    case 'not_applicable':
      return byCode.not_applicable ?? 0
    case 'answered':
      return answered
    case 'no_answer':
      return unansweredOf(count)
    case 'applicable':
      return answered + unansweredOf(count)
    case 'total':
      return total
    case 'rest':
    case 'further':
      return null
  }
}

/** Lines that join small categories. */
const JOINS: ReadonlySet<ViewLine['role']> = new Set(['rest', 'further'])

/** Categories first, own ones without a released line after the others and before the lines that join them, then the frame. */
export function linesBeside(
  count: OwnCount,
  { variable, level }: { readonly variable: string; readonly level: string | null },
  view: ReleasedView | null,
  say: Said,
): readonly LineBeside[] {
  const known = variableById(variable)
  const categories = (known && levelOf(known, level ?? known.levels[0]?.id ?? '')?.categories) ?? []
  const released = (line: ViewLine & { readonly place: number }): LineBeside => ({
    key: `${line.role} ${line.code}`,
    label: line.label,
    own: ownOf(line, count),
    place: line.place,
  })
  const shown = new Set(view?.rows.lines.filter(({ role }) => role === 'value').map(({ code }) => code))
  const alone = (code: string, label: string, own: number): LineBeside => ({ key: code, label, own, place: null })
  const frame = [
    alone('answered', say(WORDS.answered), count.answered),
    alone('no_answer', say(WORDS.noAnswer), unansweredOf(count)),
    alone('not_applicable', say(WORDS.notApplicable), count.byCode.not_applicable ?? 0),
    alone('total', say(WORDS.total), count.total),
  ]
  const content = view ? contentOf(view.rows) : []
  return [
    ...content.filter(({ role }) => !JOINS.has(role)).map(released),
    ...categories
      .filter(({ code }) => !shown.has(code) && (count.byCode[code] ?? 0) > 0)
      .map((category) => alone(category.code, say(category), count.byCode[category.code] ?? 0)),
    ...content.filter(({ role }) => JOINS.has(role)).map(released),
    ...(view ? frameOf(view.rows).map(released) : frame),
  ]
}
