/**
 * Each file of the pages that text coding makes smaller stands beside its two codings, made once at the highest level: `x.js`, `x.js.br` and
 * `x.js.gz`. A server that compresses when it is first asked would take a middle level and let the first reader wait.
 */
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const [brotli, zipped] = [promisify(brotliCompress), promisify(gzip)]
const TEXT = /\.(html|js|css|svg|json)$/

async function coded(path: string): Promise<void> {
  const bytes = await readFile(path)
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await Promise.all([
    brotli(bytes, { params }).then((made) => writeFile(`${path}.br`, made)),
    zipped(bytes, { level: constants.Z_BEST_COMPRESSION }).then((made) => writeFile(`${path}.gz`, made)),
  ])
}

export const precompressed = (): Plugin => ({
  name: 'precompressed',
  apply: 'build',
  enforce: 'post',
  async writeBundle({ dir }) {
    if (dir === undefined) return
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && TEXT.test(entry.name))
    await Promise.all(files.map((entry) => coded(join(entry.parentPath, entry.name))))
    // Where the platform itself compresses, the codings are no files of their own.
    await writeFile(join(dir, '.assetsignore'), '*.br\n*.gz\n')
  },
})
