/**
 * Which folder may import which. Two of these rules are the trust boundaries of the project: identity stops at intake, exact counts stop
 * at disclosure control. Each rule says where the code belongs, because that sentence is what a person reads whom the check has stopped.
 * `test/boundaries` runs this file and plants a violation for every rule.
 */
const PACKAGES = '^(survey-schema|analysis|server|web|test)/'
const FEATURES = 'questionnaire|intake|receipts|imports|editions|tables|book|accounts|audit-log|register|statements|tags|network|answers'

/** What a released figure may be made from or written with, beside `analysis/publication` itself. */
const RELEASED = '^analysis/disclosure/released/'

/** npm packages, by their folder under node_modules. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`

/** The one code of a page that counts exactly: a worker, in which a partner counts its own file. */
const COUNTING = '^web/own-count/counting(-worker)?\\.ts$'

/** What stands around those counts on the page. */
const SHOWN_WITH =
  '^web/(own-count|language|tables|explore/variable-groups\\.ts|import/(choose-file|open-chosen|places|reading-messages|words)\\.)'

/** Whatever of the pages talks to the server. */
const SENDING = '^web/(client|people/session-client|import/sending-parts)\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'survey-schema-is-pure',
      severity: 'error',
      comment:
        'survey-schema runs in the browser and in Node and imports nothing else of ours. Input and output belong to the server or the command line; counting belongs to analysis.',
      from: { path: '^survey-schema/', pathNot: '^survey-schema/(audit-log|credentials|identifiers|partner-files)/' },
      to: { pathNot: ['^survey-schema/', packages('zod')] },
    },
    {
      name: 'credentials-are-pure',
      severity: 'error',
      comment:
        'Tags and signatures are made on the partner’s side and checked by server and build, with the same code: it may use the reviewed curves and hashes of noble and the HPKE of @hpke/core, and takes bytes and texts alone.',
      from: { path: '^survey-schema/credentials/' },
      to: { pathNot: ['^survey-schema/', packages('@noble/curves', '@noble/hashes', '@hpke/core')] },
    },
    {
      name: 'audit-log-is-verified-apart',
      severity: 'error',
      comment:
        'Whoever verifies the audit log reads this code in a quarter of an hour, and it can reach no case: files that are named to it, the hashes and signatures of noble, and nothing of the server.',
      from: { path: '^(survey-schema/audit-log|server/verify-log)/' },
      to: {
        pathNot: [
          '^survey-schema/audit-log/',
          '^survey-schema/credentials/fields\\.ts$',
          '^server/verify-log/',
          '^(node:)?(fs|url|util)$',
          packages('zod', '@noble/curves', '@noble/hashes'),
        ],
      },
    },
    {
      name: 'identifier-detection-is-pure',
      severity: 'error',
      comment:
        'Identifier detection runs wherever survey-schema runs. It may use the telephone plans of libphonenumber-js; everything else it needs stands in survey-schema as data.',
      from: { path: '^survey-schema/identifiers/' },
      to: { pathNot: ['^survey-schema/', packages('zod', 'libphonenumber-js')] },
    },
    {
      name: 'partner-files-are-pure',
      severity: 'error',
      comment:
        'Partner files are read in the browser and in Node alike: a reader takes cells or bytes and may unpack them (fflate), parse them (saxes) and show numbers as a spreadsheet does (numfmt). Opening a file belongs to the page or to server/cli.',
      from: { path: '^survey-schema/partner-files/' },
      to: { pathNot: ['^survey-schema/', packages('zod', 'fflate', 'papaparse', 'saxes', 'numfmt')] },
    },
    {
      name: 'analysis-is-pure',
      severity: 'error',
      comment:
        'analysis turns records into tables and nothing else. Files, HTTP, SQL, keys and clocks belong to server/editors, which hands plain values in.',
      from: { path: '^analysis/', pathNot: '^analysis/publication/(commentary|figures|formats)/' },
      to: { pathNot: ['^analysis/', '^survey-schema/', packages('simple-statistics')] },
    },
    {
      name: 'commentary-is-pure',
      severity: 'error',
      comment:
        'What editors add is read from texts that are handed in, by a parser of Markdown, and checked against released figures. Reading a folder belongs to server/cli.',
      from: { path: '^analysis/publication/commentary/' },
      to: { pathNot: ['^analysis/', '^survey-schema/', packages('mdast-util-from-markdown')] },
    },
    {
      name: 'figures-are-pure',
      severity: 'error',
      comment:
        'Figures are drawn alike on a page and in a file: chart options in, SVG text out. Fetching an outline belongs to web, reading one from a folder to server/editors.',
      from: { path: '^analysis/publication/figures/' },
      to: { pathNot: ['^analysis/', '^survey-schema/', packages('zod', 'echarts', '@svg-maps/japan', 'topojson-client')] },
    },
    {
      name: 'export-formats-are-pure',
      severity: 'error',
      comment:
        'A writer takes released figures and returns text or bytes, in the browser and in Node alike. Whatever needs a font, a folder or a typesetter belongs to server/editors.',
      from: { path: '^analysis/publication/formats/' },
      to: { pathNot: ['^analysis/', '^survey-schema/', packages('zod', 'fflate', 'papaparse', 'hyparquet-writer')] },
    },
    {
      name: 'catalogue-and-policy-hold-no-counts',
      severity: 'error',
      comment:
        'analysis/catalogue says which tables and lines exist, analysis/policy holds the numbers of the rules; both are known before any case is. What depends on a count belongs to exact or disclosure.',
      from: { path: '^analysis/(catalogue|policy)/' },
      to: { path: '^analysis/(exact|disclosure|publication)/' },
    },
    {
      name: 'counting-protects-nothing',
      severity: 'error',
      comment: 'analysis/exact counts. What is shown and what is withheld is decided in analysis/disclosure, which imports the counts.',
      from: { path: '^analysis/exact/' },
      to: { path: '^analysis/(disclosure|publication)/' },
    },
    {
      name: 'exact-counts-stop-here',
      severity: 'error',
      comment:
        'Right of disclosure control there are released tables only. analysis/publication may import analysis/disclosure/released, never a count or an audit.',
      from: { path: '^analysis/publication/' },
      to: { path: '^analysis/(exact|disclosure)/', pathNot: RELEASED },
    },
    {
      name: 'released-code-sees-no-counts',
      severity: 'error',
      comment:
        'analysis/disclosure/released is all of disclosure control that a page or the intake server may load. Of counts and rules it may name types, and nothing that runs.',
      from: { path: RELEASED },
      to: { path: '^analysis/(exact|disclosure|publication)/', pathNot: RELEASED, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'disclosure-control-writes-nothing',
      severity: 'error',
      comment:
        'Books, figures and files are made of released tables. Disclosure control ends with these and imports nothing of analysis/publication.',
      from: { path: '^analysis/disclosure/' },
      to: { path: '^analysis/publication/' },
    },
    {
      name: 'server-answers-released-figures-only',
      severity: 'error',
      comment:
        'Counting and disclosure control run in server/editors, on the editors’ machine, or on a file of one’s own in server/cli. A feature of the server looks released tables up.',
      from: { path: '^server/', pathNot: '^server/(editors|cli|demo)/' },
      to: { path: '^analysis/(exact|disclosure)/', pathNot: RELEASED },
    },
    {
      name: 'server-imports-no-page',
      severity: 'error',
      comment:
        'A page is served as a built file from dist/web. What both need is a shape (survey-schema) or made of released tables (analysis/publication).',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      comment:
        'Two features of the server do not import each other. What both need belongs to server/store, server/sealing, server/http or survey-schema; server/app.ts brings them together.',
      from: { path: `^server/(${FEATURES})/` },
      to: { path: `^server/(${FEATURES})/`, pathNot: '^server/$1/' },
    },
    {
      name: 'identity-stops-here',
      severity: 'error',
      comment:
        'The intake server can write but not read. Private keys and opened cases live in server/editors, on the editors’ machine; nothing that the app reaches may lead there.',
      from: { path: '^server/', pathNot: '^server/(editors|cli|demo)/' },
      to: { path: '^server/editors/', reachable: true },
    },
    {
      name: 'features-know-no-runtime',
      severity: 'error',
      comment:
        'A feature names what it needs (Pick<Deps, …>) and is handed it. Wiring belongs to server/runtime or server/app.ts, commands to server/cli.',
      from: { path: '^server/', pathNot: ['^server/(runtime|cli|demo)/', '^server/app\\.ts$'] },
      to: { path: '^server/(runtime|cli|demo)/' },
    },
    {
      name: 'runtime-knows-no-command',
      severity: 'error',
      comment: 'The server runs without its command line: what a command and the running server share belongs to server/runtime.',
      from: { path: '^server/runtime/' },
      to: { path: '^server/(cli|demo)/' },
    },
    {
      name: 'drivers-only-in-runtime',
      severity: 'error',
      comment: 'A driver is chosen in server/runtime and handed on as a Store, so that the same code runs on SQLite and on D1.',
      from: { path: PACKAGES, pathNot: ['^server/runtime/', '^test/'] },
      to: { path: packages('better-sqlite3', 'kysely-d1', '@hono/node-server') },
    },
    {
      name: 'terminal-only-in-the-command-line',
      severity: 'error',
      comment: 'Options and progress bars belong to server/cli: everything else returns values and reports progress to a function.',
      from: { path: PACKAGES, pathNot: ['^server/cli/', '^test/'] },
      to: { path: packages('commander', 'cli-progress') },
    },
    {
      name: 'queries-only-in-store',
      severity: 'error',
      comment: 'Queries are compiled in server/store and nowhere else: a reader must be able to see in one folder all that is ever kept.',
      from: { path: PACKAGES, pathNot: ['^server/(store|runtime)/', '^test/'] },
      to: { path: packages('kysely'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-shows-released-figures-only',
      severity: 'error',
      comment:
        'A page shows released figures: of analysis it may import analysis/publication. Counting and disclosure control run in the build.',
      from: { path: '^web/', pathNot: COUNTING },
      to: { path: '^(analysis|test)/', pathNot: '^analysis/publication/' },
    },
    {
      name: 'own-count-only-counts',
      severity: 'error',
      comment:
        'A partner counts its own file in its own browser: the worker may count, and nothing else of analysis belongs there. Rules on what is shown are those of released tables.',
      from: { path: COUNTING },
      to: { path: '^(analysis|test)/', pathNot: '^analysis/exact/' },
    },
    {
      name: 'own-counts-are-shown-only',
      severity: 'error',
      comment:
        'Exact counts of a partner stay in the part of the page that shows them. The page of the organisation places that part; nothing else imports it, its worker or its counts.',
      from: { path: PACKAGES, pathNot: ['^web/own-count/', '^test/'] },
      to: { path: '^web/own-count/', pathNot: '^web/own-count/own-count-part\\.tsx$' },
    },
    {
      name: 'own-counts-are-placed-once',
      severity: 'error',
      comment: 'The part that shows exact counts stands on the page of the organisation, for partners, and nowhere else.',
      from: { path: PACKAGES, pathNot: ['^web/own-count/', '^web/organisation/organisation-page\\.tsx$', '^test/'] },
      to: { path: '^web/own-count/own-count-part\\.tsx$' },
    },
    {
      name: 'own-counts-are-not-sent',
      severity: 'error',
      comment:
        'What counts exactly reaches nothing that sends, by whatever way. Released tables are asked for by the page of the organisation, which is not told the counts.',
      from: { path: COUNTING },
      to: { path: SENDING, reachable: true },
    },
    {
      name: 'own-counts-are-shown-alone',
      severity: 'error',
      comment:
        'Beside exact counts there are words, lists and released cells. Whatever needs the server is asked for by the page of the organisation.',
      from: { path: '^web/own-count/' },
      to: { path: '^web/', pathNot: SHOWN_WITH },
    },
    {
      name: 'web-knows-only-the-type-of-the-app',
      severity: 'error',
      comment:
        'Of the server a page may import the type of the app, so that the client is typed. Shapes that cross the boundary stand in survey-schema.',
      from: { path: '^web/' },
      to: { path: '^server/', pathNot: '^server/app\\.ts$' },
    },
    {
      name: 'web-runs-no-server-code',
      severity: 'error',
      comment: 'The type of the app is all that a page may take of the server: an import that runs would put server code into the page.',
      from: { path: '^web/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-needs-a-test',
      severity: 'error',
      comment: 'What the product needs cannot live among the tests: name its subject and move it to the package it serves.',
      from: { path: PACKAGES, pathNot: '^test/' },
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
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other, types included, are one thing, or hide a third one that both need.',
      from: { path: PACKAGES },
      to: { circular: true },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      comment: 'An import that leads nowhere would make this check blind. What the build of the pages makes is no file.',
      from: { path: PACKAGES },
      to: { couldNotResolve: true, pathNot: '^cloudflare:|^virtual:world-outlines$' },
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
