/** When the pages are built: the worker is told which released files the form is made of, those included that it loads later. */
import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } }

export const OFFLINE_WORKER = 'questionnaire-offline'

export const filesOfForm = (): Plugin => ({
  name: 'files-of-form',
  generateBundle: {
    // After a chunk that holds styles alone has given way to its file of styles.
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk')
      const worker = chunks.find(({ name }) => name === OFFLINE_WORKER)
      const form = chunks.find(({ name, isEntry }) => isEntry && name === 'questionnaire')
      if (!worker || !form) throw new Error('the form or its worker is not among the pages')
      const reached = new Set<string>()
      const follow = (fileName: string) => {
        const chunk = chunks.find((file) => file.fileName === fileName)
        if (!chunk || reached.has(fileName)) return
        reached.add(fileName)
        for (const css of chunk.viteMetadata?.importedCss ?? []) reached.add(css)
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next)
      }
      follow(form.fileName)
      // Styles of all pages may be one file that no chunk names.
      for (const { type, fileName } of Object.values(bundle)) if (type === 'asset' && fileName.endsWith('.css')) reached.add(fileName)
      const files = [...reached].sort().map((name) => `/${name}`)
      const release = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)
      worker.code = worker.code.replace('OFFLINE_FORM', () => JSON.stringify({ release, files }))
    },
  },
})
