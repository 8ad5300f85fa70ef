/** The answer to a request for withdrawal; its words stand in `withdrawal-words.ts`, for pages that load no schemas. */
import * as z from 'zod'

/** Its shape, for the description of the API. */
export const Withdrawing = z
  .object({ en: z.string(), ja: z.string() })
  .meta({ id: 'Withdrawing', description: 'The same words for every code that could be one.' })
