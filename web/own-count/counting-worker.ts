/** Reads a partner's file as the page of files does, and counts it beside the page. It sends nothing but counts, to this page alone. */
import { loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { importFile } from '../../survey-schema/partner-files/import-file.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { openChosen } from '../import/open-chosen.ts'
import { type CountAnswer, type CountQuestion, countOwn } from './counting.ts'

async function answer({ files, ...at }: CountQuestion): Promise<CountAnswer> {
  const { file, kind, decisions } = await openChosen(files, null, null)
  const detector = await loadIdentifierDetector()
  const currentYear = new Date().getFullYear()
  // Whether the organisation has a rule for existing records is known to the server alone, and it is not asked.
  const read = () => importFile(file, kind, { currentYear, existingRecordRule: true }, detector, decisions)
  return { counted: countOwn(read, currentYear, at) }
}

self.addEventListener('message', ({ data }: MessageEvent<CountQuestion>) => {
  answer(data).then(
    (counted) => self.postMessage(counted),
    (error: unknown) => self.postMessage({ refused: error instanceof ProblemError ? error.errors : [] } satisfies CountAnswer),
  )
})
