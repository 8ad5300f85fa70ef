/** Blocks that are computed from published figures only, by the name that the plan gives them. */
import type { DerivedBlock } from '../../../../survey-schema/release/book.ts'
import type { DerivedName } from '../plan/planned.ts'
import type { PublishedEditions } from '../published-editions.ts'
import { cellsShown } from './cells-shown.ts'
import { concentration } from './concentration.ts'
import { imageShift } from './image-shift.ts'
import { itemResponse } from './item-response.ts'
import { journeyFlows } from './journey-flows.ts'
import { officialBeside } from './official-beside.ts'
import { officialSeries } from './official-series.ts'
import { pathToHelp } from './path-to-help.ts'
import { protocolTable } from './protocol-table.ts'
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
  'official-beside': officialBeside,
  protocol: protocolTable,
  // Multiple systems estimation needs to know who is on several lists; no bundle holds that.
  estimate: () => [],
  rules,
  'cells-shown': cellsShown,
}

/** @param number of the table in the plan @param name of the computation @returns blocks without ids: whoever places them numbers them */
export const derivedBlocks = (published: PublishedEditions, number: string, name: DerivedName) => MAKERS[name](published, number)
