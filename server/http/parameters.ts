/** Parameters that several features take. */
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Language } from '../../survey-schema/text.ts'
import { oneOf, type Refusing, validated } from './validated.ts'

/** Any name is taken: whether there is such an edition is for the route to say. */
export const ANY_NAME: Refusing = { problems: [], refuse: () => new ProblemError('not-found') }

export const EditionName = z.object({ edition: z.string().describe('Id of the edition.') })
/** Upper and lower case name the same edition. */
export const EditionNameOfAnyCase = z.object({ edition: z.string().toLowerCase().describe('Id of the edition.') })

export const editionOfPath = validated('param', EditionName, ANY_NAME)
export const editionOfPathInAnyCase = validated('param', EditionNameOfAnyCase, ANY_NAME)

/** Of a query; Japanese unless it is there. */
export const language = oneOf(['ja', 'en'] as const satisfies readonly Language[], 'ja')
