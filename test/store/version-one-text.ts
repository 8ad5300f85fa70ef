/** The fixture as text, where there are files. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** One bundle a line. */
export const versionOneText = (): string =>
  gunzipSync(readFileSync(new URL('../fixtures/version-1/bundles.ndjson.gz', import.meta.url))).toString()
