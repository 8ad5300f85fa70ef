/** `jnatip attack` as an editor calls it, on a healthy bundle and on one whose noise is off. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nameOf } from '../../server/editors/attack/meaning.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { jnatip } from '../server/spawned.ts'
import { makeEdition } from '../support/edition.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-attack-'))
const [bundleFile, bareFile, editorFile] = ['bundle.json', 'bare.json', 'editor.json'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]

beforeAll(() => {
  const { bundle, editor } = makeEdition({ cases: 150, seed: 12 })
  writeFileSync(bundleFile, JSON.stringify(bundle))
  writeFileSync(editorFile, JSON.stringify({ cells: editor.cells }))
  // The same release with every shown figure exact.
  const counts = new Map(editor.cells.map((cell) => [nameOf(cell), cell.cases]))
  const tables = bundle.tables.map(({ checksum: _, ...table }) => {
    const [rows, columns] = table.axes.map(({ lines }) => lines.map(({ code }) => code))
    const cells = table.cells.map((cell, at) => {
      const width = columns?.length ?? 1
      const lines = [rows![Math.floor(at / width)]!, ...(columns ? [columns[at % width]!] : [])]
      return cell.status === 'shown' ? { ...cell, figure: counts.get(nameOf({ slice: table.slice, table: table.id, lines }))! } : cell
    })
    const bare = { ...table, cells }
    return { ...bare, checksum: checksum(bare) }
  })
  const { checksum: __, ...manifest } = bundle.manifest
  const checksums = [...tables.map((table) => table.checksum), bundle.routes?.checksum ?? null]
  writeFileSync(bareFile, JSON.stringify({ ...bundle, tables, manifest: { ...manifest, checksum: checksum({ ...manifest, checksums }) } }))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Printed {
  readonly verdict: string
  readonly scores: readonly { readonly attack: string; readonly passes: boolean }[]
}

it('prints scores, with and without the exact counts of the editors', async () => {
  const open = JSON.parse((await jnatip(['attack', bundleFile, '--json'])).stdout) as Printed
  expect(open.scores.map(({ attack }) => attack)).toEqual(['nested differencing, sure of one number', 'averaging', 'margin minus shown'])
  const scored = JSON.parse((await jnatip(['attack', bundleFile, '--editor', editorFile, '--json'])).stdout) as Printed
  expect(scored.scores).toHaveLength(4)
  expect(scored.scores.filter(({ attack }) => attack.startsWith('margin') || attack === 'averaging').every(({ passes }) => passes)).toBe(
    true,
  )
})

it('misses its marks, with exit code 1, where the noise is off', async () => {
  const { code, stdout } = await jnatip(['attack', bareFile, '--editor', editorFile, '--json'])
  expect(code).toBe(1)
  expect((JSON.parse(stdout) as Printed).scores.find(({ attack }) => attack === 'margin minus shown')?.passes).toBe(false)
})

it('refuses a bundle with a changed byte', async () => {
  const { code, stderr } = await jnatip(['attack', editorFile])
  expect(code).toBe(1)
  expect(stderr).toContain('bundle')
})
