/** What editors keep: sealed, bound to its bundle, opened by any two shares of the newest edition and by nothing else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Built } from '../../../server/editors/build/build-edition.ts'
import { openEditorFile, sealEditorFile } from '../../../server/editors/editor-file.ts'
import { newEditionKey } from '../../../server/editors/keys/edition-key.ts'
import { SealBroken } from '../../../server/editors/keys/open.ts'
import { makeShares } from '../../../server/editors/keys/shares.ts'
import { type Closed, closedEdition } from '../published.ts'
import { jnatip } from '../spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'editors-'))
const file = (name: string) => join(folder, name)
let edition: Closed
let made: Built
let text = ''
beforeAll(async () => {
  edition = await closedEdition(60)
  made = edition.built
  text = await sealEditorFile({ ...made.editor, duplicates: [] }, made.bundle.manifest.checksum, made.newest)
  edition.opened.shares.forEach((share, index) => {
    writeFileSync(file(`share-${index + 1}.txt`), share)
  })
})
afterAll(() => {
  edition.close()
  rmSync(folder, { recursive: true })
})

describe("the editors' file", () => {
  it('P40 opens with any two shares, and gives back what was sealed', async () => {
    const [a, b, c] = edition.opened.shares as [string, string, string]
    for (const two of [
      [a, b],
      [b, c],
      [c, a],
    ]) {
      const opened = await openEditorFile(text, two)
      expect(opened.cells).toEqual(made.editor.cells)
      expect(opened.bundle).toBe(made.bundle.manifest.checksum)
    }
  })

  it('P40 holds no count, table or reason in clear, packed or not', () => {
    const envelope = JSON.parse(text) as Record<string, string>
    expect(Object.keys(envelope)).toEqual(['schema', 'edition', 'bundle', 'publicKey', 'enc', 'ciphertext'])
    const sealed = Buffer.from(envelope.ciphertext as string, 'base64')
    expect(() => gunzipSync(sealed)).toThrow()
    for (const word of ['"cells"', '"cases"', 'gender@list', 'complement', 'contributor']) {
      expect(text).not.toContain(word)
      expect(sealed.includes(word)).toBe(false)
    }
  })

  it('P40 refuses one share, shares of another edition or key, and no share', async () => {
    const [a, b] = edition.opened.shares as [string, string]
    const strange = await makeShares('2026-1', await newEditionKey())
    const other = await makeShares('2030-9', await newEditionKey())
    const fault = (shares: readonly string[]) =>
      openEditorFile(text, shares).then(
        () => 'opened',
        (error: { fault?: string }) => error.fault,
      )
    expect(await fault([])).toBe('too-few')
    expect(await fault([a])).toBe('too-few')
    expect(await fault([a, a])).toBe('same-share')
    expect(await fault(strange.slice(0, 2))).toBe('other-key')
    expect(await fault(other.slice(0, 2))).toBe('other-edition')
    expect(await fault([other[0] as string, b, a])).toBe('opened')
  })

  it('is bound to its bundle and edition: a changed name or byte does not open', async () => {
    const two = edition.opened.shares.slice(0, 2)
    const changed = (change: Record<string, string>) => JSON.stringify({ ...JSON.parse(text), ...change })
    await expect(openEditorFile(changed({ bundle: '0'.repeat(64) }), two)).rejects.toThrow(SealBroken)
    const { ciphertext } = JSON.parse(text) as { ciphertext: string }
    await expect(openEditorFile(changed({ ciphertext: `A${ciphertext.slice(1)}` }), two)).rejects.toThrow(SealBroken)
    await expect(openEditorFile(changed({ enc: 'short' }), two)).rejects.toMatchObject({ slug: 'invalid-file' })
    await expect(openEditorFile(changed({ extra: '1' }), two)).rejects.toMatchObject({ slug: 'invalid-file' })
    await expect(openEditorFile('{"cells"', two)).rejects.toMatchObject({ slug: 'invalid-file' })
  })

  it('is written beside the bundle by `build`, whole, and `audit` reads it with two shares', async () => {
    const shares = (...numbers: number[]) => numbers.flatMap((number) => ['--share', file(`share-${number}.txt`)])
    const built = await jnatip([
      'build',
      ...['--data', edition.dataDir, '--edition', '2026-1', ...shares(1, 3)],
      ...['--out', file('bundle.json'), '--pairs', file('pairs.json'), '--json'],
    ])
    expect(built.stderr).toBe('')
    expect(JSON.parse(built.stdout)).toMatchObject({ editor: file('bundle.json.editor') })
    const written = readFileSync(file('bundle.json.editor'), 'utf8')
    const bundle = JSON.parse(readFileSync(file('bundle.json'), 'utf8')) as Built['bundle']
    expect((await openEditorFile(written, edition.opened.shares.slice(1))).bundle).toBe(bundle.manifest.checksum)
    const read = ['audit', file('bundle.json'), '--editor', file('bundle.json.editor'), '--json']
    const known = JSON.parse((await jnatip([...read, ...shares(2, 3)])).stdout)
    const unknown = JSON.parse((await jnatip(['audit', file('bundle.json'), '--json'])).stdout)
    expect(known.judged).toBeLessThan(unknown.judged)
    expect(known).toMatchObject({ verdict: 'safe', noise: { faults: [], left: [] } })
    expect(known.noise.recomputed).toBeGreaterThan(100)
    expect(['safe', 'open']).toContain(unknown.verdict)
    expect(unknown.noise).toEqual({ recomputed: 0, faults: [], left: ['2026-1'] })
    expect(await jnatip([...read, ...shares(2)])).toMatchObject({ code: 1, stdout: expect.stringContaining('share-too-few') })
    expect(await jnatip(read)).toMatchObject({ code: 1, stdout: expect.stringContaining('share-too-few') })
  })
})
