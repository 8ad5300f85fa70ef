/**
 * The pages, each with an entry of its own, so that the form stays small and charts load only where they are drawn.
 * Nothing is inlined into the HTML: the content security policy of the server allows files of its own origin only.
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { askFirstScript } from './build/ask-first-script.ts'
import { filesOfForm, OFFLINE_WORKER } from './build/files-of-form.ts'
import { precompressed } from './build/precompressed.ts'
import { worldOutlines } from './build/world-outlines.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const PAGES = [
  'questionnaire',
  'withdraw',
  'answer',
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
  'help',
  'embed',
  'not-found',
  'trouble',
] as const

/** Files of several pages that are always wanted together. */
const GROUPS = [
  {
    name: 'frame',
    test: /vite\/preload-helper|node_modules\/preact|web\/(frame\/(?!ask-first)|language\/|client\.ts|answer-shapes\.ts)|survey-schema\/(text|problem|lists\/prefectures)\.ts/,
    priority: 3,
  },
  { name: 'lists', test: /survey-schema\/(lists|variables|questionnaire)\//, priority: 2 },
  {
    name: 'figures',
    test: /web\/figures\/(figure-image|draw-all)|figures\/(words|views\/(view-lines|released-view|json-parts))\.ts|publication\/released-cells|web\/workbench\/(add-button|collection|resolved|kept|words)\.tsx?/,
    priority: 1,
  },
]

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [
    react(),
    worldOutlines(),
    askFirstScript(['/index.html', '/explore.html', '/book.html', '/workbench.html', '/questionnaire.html']),
    filesOfForm(),
    precompressed(),
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
  resolve: {
    alias: [
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
      { find: /^react(-dom)?$/, replacement: 'preact/compat' },
    ],
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8787' } },
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A browser opens six connections to a server (HTTP/1.1); on a bad line a seventh file of a page arrives two seconds later.
    cssCodeSplit: false,
    rolldownOptions: {
      input: {
        index: here('index.html'),
        ...Object.fromEntries(PAGES.map((name) => [name, here(`${name}.html`)])),
        [OFFLINE_WORKER]: here('offline/worker.ts'),
      },
      // A worker answers for addresses below its own: it stands beside the pages, under a name that stays.
      output: {
        entryFileNames: ({ name }) => (name === OFFLINE_WORKER ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: { includeDependenciesRecursively: false, groups: [...GROUPS] },
      },
    },
  },
})
