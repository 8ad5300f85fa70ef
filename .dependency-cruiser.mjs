/**
 * The walls of the house: which room may know what. Each rule says where the code wants to live, because that sentence is
 * what a person reads whom the check has stopped. `test/borders` runs this file and plants a violation for every rule.
 */
const ROOMS = '^(survey-schema|analysis|server|web|test)/'
const FEATURES = 'questionnaire|intake|receipts|imports|editions|tables|book|accounts|audit-log|export'

/** Packages, by the name under node_modules. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'survey-schema-is-pure',
      severity: 'error',
      comment:
        'survey-schema runs in the browser and in Node and knows nobody. Input and output belong to the server or the CLI; counting belongs to analysis.',
      from: { path: '^survey-schema/', pathNot: '^survey-schema/(tripwire|reading|writing)/' },
      to: { pathNot: ['^survey-schema/', packages('zod')] },
    },
    {
      name: 'tripwire-is-pure',
      severity: 'error',
      comment:
        'The tripwire runs wherever survey-schema runs. It may know the telephone plans of libphonenumber-js; everything else it needs stands in survey-schema as data.',
      from: { path: '^survey-schema/tripwire/' },
      to: { pathNot: ['^survey-schema/', packages('zod', 'libphonenumber-js')] },
    },
    {
      name: 'reading-is-pure',
      severity: 'error',
      comment:
        'Partner files are read in the browser and in Node alike: reading takes cells or bytes and may unpack them (fflate). Opening a file belongs to the page or the CLI.',
      from: { path: '^survey-schema/reading/' },
      to: { pathNot: ['^survey-schema/', packages('zod', 'fflate', 'papaparse')] },
    },
    {
      name: 'writing-is-pure',
      severity: 'error',
      comment:
        'Files of figures are written in the browser of an author and in Node alike: writing takes blocks and returns bytes, and may pack them (fflate). Whatever needs a font, a folder or a typesetter belongs to server/export.',
      from: { path: '^survey-schema/writing/' },
      to: { pathNot: ['^survey-schema/', packages('zod', 'fflate')] },
    },
    {
      name: 'analysis-is-pure',
      severity: 'error',
      comment:
        'analysis turns records into tables and nothing else. Files, HTTP, SQL, keys and clocks belong to server/build, which hands plain values in.',
      from: { path: '^analysis/' },
      to: { pathNot: ['^analysis/', '^survey-schema/', packages('simple-statistics')] },
    },
    {
      name: 'server-knows-no-page',
      severity: 'error',
      comment:
        'A page is served as a built file from dist/web. What both sides need is a shape: put it into survey-schema. Only drawings are shared as they are (web/figures), so that a file shows the picture of the page.',
      from: { path: '^server/', pathNot: '^server/export/' },
      to: { path: '^web/' },
    },
    {
      name: 'files-share-only-drawings',
      severity: 'error',
      comment:
        'A file of the book shows the picture of the page and knows nothing else of it: of web, server/export may know web/figures alone.',
      from: { path: '^server/export/' },
      to: { path: '^web/', pathNot: '^web/figures/[^/]+\\.ts$' },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      comment:
        'Two features of the server do not know each other. What both need wants to live in server/store, server/sealing, server/http or survey-schema; server/app.ts brings them together.',
      from: { path: `^server/(${FEATURES})/` },
      to: { path: `^server/(${FEATURES})/`, pathNot: '^server/$1/' },
    },
    {
      name: 'intake-cannot-read',
      severity: 'error',
      comment:
        'The server can write but not read. Opening sealed cases happens in server/build, on the editors’ machine; nothing that the app reaches may lead there.',
      from: { path: '^server/(app|runtime/worker)\\.ts$' },
      to: { path: '^server/build/', reachable: true },
    },
    {
      name: 'features-know-no-runtime',
      severity: 'error',
      comment: 'A feature names what it needs (Pick<Deps, …>) and is handed it. Wiring wants to live in server/runtime or server/app.ts.',
      from: { path: '^server/', pathNot: ['^server/(runtime|demo)/', '^server/app\\.ts$'] },
      to: { path: '^server/(runtime|demo)/' },
    },
    {
      name: 'drivers-only-in-runtime',
      severity: 'error',
      comment: 'A driver is chosen in server/runtime and handed on as a Store, so that the same code runs on SQLite and on D1.',
      from: { path: ROOMS, pathNot: ['^server/runtime/', '^test/'] },
      to: { path: packages('better-sqlite3', 'kysely-d1', '@hono/node-server', 'commander', 'cli-progress') },
    },
    {
      name: 'queries-only-in-store',
      severity: 'error',
      comment: 'Queries are compiled in server/store and nowhere else: a reader must be able to see in one room all that is ever kept.',
      from: { path: ROOMS, pathNot: ['^server/(store|runtime)/', '^test/'] },
      to: { path: packages('kysely'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-counts-nothing',
      severity: 'error',
      comment:
        'A page shows released figures. Counting belongs to analysis and runs in the build; of the server a page may know only the type of the app.',
      from: { path: '^web/' },
      to: { path: '^(analysis|server|test)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-only-the-app',
      severity: 'error',
      comment:
        'Of the server a page may know the type of the app, so that the client is typed. Shapes that cross the border stand in survey-schema.',
      from: { path: '^web/' },
      to: { path: '^(analysis|server|test)/', pathNot: '^server/app\\.ts$' },
    },
    {
      name: 'nothing-needs-a-test',
      severity: 'error',
      comment: 'What the product needs cannot live among the tests: name its subject and move it to the room it serves.',
      from: { path: ROOMS, pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      comment: 'A package that runs in the product stands under "dependencies" of package.json; judges and test tools are for test/ alone.',
      from: { path: '^(survey-schema|analysis|server|web)/', pathNot: '\\.d\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one thing, or hide a third one that both need.',
      from: { path: ROOMS },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      comment: 'An import that leads nowhere would make this check blind.',
      from: { path: ROOMS },
      to: { couldNotResolve: true, pathNot: '^cloudflare:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    progress: { type: 'none' },
  },
}
