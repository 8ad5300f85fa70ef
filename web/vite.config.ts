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

/** Scripts alone: all styles are one file. */
const among = (...paths: readonly string[]) => new RegExp(`^(?!.*\\.css).*(?:${paths.join('|')})`)

/**
 * Files of several pages that are always wanted together. A browser opens six connections to a server (HTTP/1.1): on a bad line whatever comes
 * seventh of a page arrives two seconds later, and a page that is left to the bundler has a dozen small files. `test/web/page-files.test.ts` counts them.
 */
const GROUPS = [
  {
    name: 'frame',
    test: among(
      'vite/preload-helper|node_modules/preact',
      'web/(frame/(?!ask-first)|language/|leaving/(?!idle-when)|browser-store/|client|answer-shapes|credential/nothing-pasted|questionnaire/refusal-text)',
      'survey-schema/(text|problem|questionnaire/question|lists/prefectures|release/policy-note)\\.ts',
      // Figures that a server sent, and pictures of them.
      'analysis/publication/(released-cells|figures/(words|views/(view-lines|released-view|json-parts))\\.ts)',
      'web/figures/(figure-image|figure-file|draw-all)',
    ),
  },
  { name: 'codes', test: among('web/typed-code/', 'survey-schema/receipt-code') },
  // Of the form, what stands on the page before anything is sent.
  {
    name: 'form',
    test: among(
      'web/questionnaire/(places-in-form|places-by-list|words|trouble-list|asked|form-state|case-reference|exclusive|choices|list-search|combobox|list-entries|use-list|list-answer|place-set|selects|year-(?:answer|reading)|question-field|group-rows)\\.',
      'survey-schema/answers/(rules|answer-codes|relevance)\\.ts',
    ),
  },
  {
    name: 'credential',
    test: among(
      'web/credential/(credential-fields|pasted|words|own-device|reference-to-confirm)\\.',
      'node_modules/@noble/hashes|survey-schema/credentials/secret-text',
    ),
  },
  // Of choosing a file, to send it or to count it.
  {
    name: 'own-file',
    test: among(
      'web/import/(words|choose-file|dropped-kinds|places)\\.|survey-schema/(quotas|partner-files/file-rules|identifiers/identifier-kinds)\\.ts',
    ),
  },
  { name: 'engine', test: among('survey-schema/(answers|identifiers)/') },
  { name: 'signing', test: among('node_modules/@noble/curves') },
  { name: 'lists', test: among('survey-schema/(lists|questionnaire)/|survey-schema/variables/places') },
  { name: 'people', test: among('node_modules/zod|web/people/(?!passkey)|survey-schema/roles') },
  { name: 'blocks', test: among('web/book/(blocks|book-cell|words)\\.|analysis/publication/figures/views/block-view') },
  { name: 'workbench-button', test: among('web/workbench/(add-button|collection|resolved|kept|words)\\.') },
  {
    name: 'tables',
    test: among(
      'web/tables/|web/figures/table-figure|web/explore/(choice|released-tables|variable-groups)\\.|survey-schema/variables/',
      'analysis/(catalogue/(line|frame)|publication/(statistics/share|book/base-words))\\.ts',
    ),
  },
]
  // The first that fits has a module.
  .map((group, place, all) => ({ ...group, priority: all.length - place }))

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [
    react(),
    worldOutlines(),
    askFirstScript(['/index.html', '/explore.html', '/book.html', '/workbench.html', '/questionnaire.html', '/answer.html']),
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
        codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS },
      },
    },
  },
})
