/** `web/frame/ask-first.ts` as a script of its own, first in each page that uses it and independent of all others. */
import type { Plugin } from 'vite'

const SOURCE = 'frame/ask-first.ts'

/** @param pages file names of the pages, such as `explore.html` */
export const askFirstScript = (pages: readonly string[]): Plugin => ({
  name: 'ask-first-script',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: new URL(`../${SOURCE}`, import.meta.url).pathname, name: 'ask-first' })
  },
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle, path }) {
      if (!pages.some((page) => path.endsWith(page))) return
      const script = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(SOURCE)))
      if (!script) throw new Error(`the build holds no ${SOURCE}`)
      return [{ tag: 'script', attrs: { type: 'module', async: true, src: `/${script.fileName}` }, injectTo: 'head-prepend' }]
    },
  },
})
