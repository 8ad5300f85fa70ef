/**
 * The cases of one edition that are counted. What a server put there, altered or moved stops the build, unless two people decided to build without
 * it; a case that is sound cannot be left out by any decision.
 */
import { RegisterRefused } from '../register/register-refused.ts'
import type { CaseFault } from './case-standing.ts'
import type { BrokenCase, OpenedCase } from './open-cases.ts'

export interface UnsoundCase {
  readonly edition: string
  readonly id: string
  readonly organisation: number
  readonly rule: CaseFault
}

/** Cases of a build that are not what their organisations sent. The message counts them; ids are for the private file of the editors. */
export class UnsoundCases extends Error {
  readonly cases: readonly UnsoundCase[]
  constructor(cases: readonly UnsoundCase[]) {
    super('some cases are not what their organisations sent; nothing was built')
    this.name = 'UnsoundCases'
    this.cases = cases
  }

  /** For a screen: how many of each organisation and rule. */
  counts(): readonly { readonly edition: string; readonly organisation: number; readonly rule: CaseFault; readonly cases: number }[] {
    return groups(this.cases, ({ edition, organisation, rule }) => `${edition} ${organisation} ${rule}`).map((some) => {
      const { edition, organisation, rule } = some[0] as UnsoundCase
      return { edition, organisation, rule, cases: some.length }
    })
  }
}

/** What was found of one opened case, without what it says. */
export type JudgedCase = Pick<OpenedCase, 'id' | 'organisation' | 'version' | 'tag' | 'standing' | 'layout'> | BrokenCase

export interface SoundCases {
  /** Ids. */
  readonly sound: ReadonlySet<string>
  readonly unsound: readonly UnsoundCase[]
  /** How many the decision leaves out. */
  readonly leftOut: number
  /** Cases of organisations that had no key yet: accepted unsigned. */
  readonly beforeFirstKey: number
  /** The same by organisation; those without any stay out. */
  readonly beforeFirstKeyOf: readonly { readonly organisation: number; readonly cases: number }[]
}

const isSound = (one: JudgedCase): one is Exclude<JudgedCase, BrokenCase> =>
  one.standing === 'signed' || one.standing === 'before_first_key' || one.standing === null

/**
 * @param leftOut ids that two people decided to build without
 * @throws RegisterRefused 'decision-of-sound-case'
 */
export function soundCases(edition: string, judged: readonly JudgedCase[], leftOut: ReadonlySet<string>): SoundCases {
  const faults = new Map<string, UnsoundCase>()
  const fault = ({ id, organisation }: Pick<JudgedCase, 'id' | 'organisation'>, rule: CaseFault) =>
    faults.set(id, { edition, id, organisation, rule })
  for (const one of judged) if (!isSound(one)) fault(one, one.standing as CaseFault)
  const references = groups(judged.filter(isSound), ({ organisation, tag }) => `${organisation} ${tag}`)
  for (const same of references) for (const one of [...same].sort(newestFirst).slice(1)) fault(one, 'tag_twice')
  const named = judged.filter(({ id }) => leftOut.has(id))
  const places = named
    .filter(({ id }) => !faults.has(id))
    .map(({ organisation }) => ({ place: `edition ${edition}, organisation ${organisation}`, rule: 'sound' }))
  if (places.length > 0) throw new RegisterRefused('decision-of-sound-case', places)
  const unsigned = judged.filter(({ id, standing }) => standing === 'before_first_key' && !faults.has(id))
  return {
    sound: new Set(judged.filter(({ id }) => !faults.has(id)).map(({ id }) => id)),
    unsound: [...faults.values()].filter(({ id }) => !leftOut.has(id)),
    leftOut: named.length,
    beforeFirstKey: unsigned.length,
    beforeFirstKeyOf: groups(unsigned, ({ organisation }) => String(organisation))
      .map((some) => ({ organisation: (some[0] as JudgedCase).organisation, cases: some.length }))
      .sort((a, b) => a.organisation - b.organisation),
  }
}

/** Those of one name together, in the order in which they come. */
function groups<One>(all: readonly One[], nameOf: (one: One) => string): readonly (readonly One[])[] {
  const byName = new Map<string, One[]>()
  for (const one of all) {
    const same = byName.get(nameOf(one))
    if (same) same.push(one)
    else byName.set(nameOf(one), [one])
  }
  return [...byName.values()]
}

/** Of several cases of one reference the newest version is the one to count; of equal ones the one with the lower id. */
const newestFirst = (a: Exclude<JudgedCase, BrokenCase>, b: Exclude<JudgedCase, BrokenCase>) =>
  b.version - a.version || (a.id < b.id ? -1 : 1)
