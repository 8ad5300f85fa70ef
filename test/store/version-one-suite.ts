/**
 * What was published under version 1 is answered byte by byte as it was, whichever database stands behind it; blocks, which pages lay out, in the
 * order of print of today.
 */
import { describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/port.ts'
import answered from '../fixtures/version-1/answers.json' with { type: 'json' }
import { answersOf, publishedVersionOne, readLines } from '../support/version-one.ts'

export function versionOneSuite(name: string, fresh: () => Promise<Store>, fixture: () => string): void {
  describe(`bundles of version 1 on ${name}`, () => {
    it('P86 are served unchanged: tables, sums, files of tables, book', { timeout: 300_000 }, async () => {
      const bundles = readLines(fixture())
      const app = await publishedVersionOne(await fresh(), bundles)
      expect(await answersOf((path) => app.request(path), bundles)).toEqual(answered)
    })
  })
}
