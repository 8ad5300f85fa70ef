/**
 * The pages, each with an entry of its own, so that the form stays small and charts load only where they are drawn.
 * Nothing is inlined into the HTML: the content security policy of the server allows files of its own origin only.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { filesOfForm, OFFLINE_WORKER } from './build/files-of-form.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const PAGES = [
  'questionnaire',
  'withdraw',
  'import',
  'own-cases',
  'explore',
  'book',
  'workbench',
  'setup',
  'sign-in',
  'invitation',
  'account',
  'organisation',
  'administration',
] as const

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [
    react(),
    filesOfForm(),
    {
      name: 'pages-without-ending',
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          const page = PAGES.find((name) => request.url === `/${name}` || request.url?.startsWith(`/${name}?`))
          if (page) request.url = request.url?.replace(`/${page}`, `/${page}.html`)
          next()
        })
      },
    },
  ],
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8787' } },
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: here('index.html'),
        ...Object.fromEntries(PAGES.map((name) => [name, here(`${name}.html`)])),
        [OFFLINE_WORKER]: here('offline/worker.ts'),
      },
      // A worker answers for addresses below its own: it stands beside the pages, under a name that stays.
      output: { entryFileNames: ({ name }) => (name === OFFLINE_WORKER ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
})
