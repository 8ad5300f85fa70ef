/** Blocks that are computed from published figures only, by the name that the plan gives them. */
import type { DerivedBlock } from '../../../../survey-schema/release/book.ts'
import type { DerivedName } from '../plan/planned.ts'
import type { PublishedEditions } from '../published-editions.ts'
import { cellsShown } from './cells-shown.ts'
import { concentration } from './concentration.ts'
import { imageShift } from './image-shift.ts'
import { itemResponse } from './item-response.ts'
import { journeyFlows } from './journey-flows.ts'
import { officialSeries } from './official-series.ts'
import { pathToHelp } from './path-to-help.ts'
import { rules } from './rules.ts'
import { threeCounts } from './three-counts.ts'

type Make = (published: PublishedEditions, number: string) => readonly DerivedBlock[]

const MAKERS: Readonly<Record<DerivedName, Make>> = {
  'item-response': itemResponse,
  'official-series': officialSeries,
  concentration,
  'journey-flows': journeyFlows,
  'image-shift': imageShift,
  'path-to-help': pathToHelp,
  'three-counts': threeCounts,
  // Needs linked lists, which no bundle holds.
  estimate: () => [],
  rules,
  'cells-shown': cellsShown,
}

/** Their ids are given where they are placed. */
export const derivedBlocks = (published: PublishedEditions, number: string, name: DerivedName) => MAKERS[name](published, number)
