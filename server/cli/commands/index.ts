/** The commands, in the order in which help lists them: a list that is printed without loading any of them. */
import type { CommandFile } from '../command.ts'

interface Listed {
  /** Name and positional arguments, as commander reads them: `tabulate <file>`. */
  readonly usage: string
  readonly summary: string
  readonly load: () => Promise<CommandFile>
}

export const COMMANDS: Readonly<Record<string, Listed>> = {
  demo: {
    usage: 'demo',
    summary: 'a fictional network of twelve partners: cases in, tables out, pages open',
    load: () => import('./demo.ts'),
  },
  serve: {
    usage: 'serve',
    summary: 'take cases in and answer with released figures',
    load: () => import('./serve.ts'),
  },
  keys: {
    usage: 'keys',
    summary: 'keys of editions and of organisations',
    load: () => import('./keys.ts'),
  },
  register: {
    usage: 'register',
    summary: 'who takes part in a network and by which keys cases are verified, signed by two people',
    load: () => import('./register.ts'),
  },
  'setup-code': {
    usage: 'setup-code',
    summary: 'a code with which the first administrator sets up an account, while nobody has one',
    load: () => import('./setup-code.ts'),
  },
  convert: {
    usage: 'convert <file>',
    summary: "turn a partner's file into cases that intake accepts, on this machine alone; identifiers are left behind",
    load: () => import('./convert.ts'),
  },
  detect: {
    usage: 'detect <file>',
    summary: 'say where identifiers seem to stand in a file: line, column and kind, never the value; nothing leaves this machine',
    load: () => import('./detect.ts'),
  },
  import: {
    usage: 'import <file>',
    summary: "send a partner's file of cases, whole or not at all; sending it again goes on where it stopped and changes nothing",
    load: () => import('./import.ts'),
  },
  submit: {
    usage: 'submit <file>',
    summary: 'send cases (NDJSON) to a server; sending a file again changes nothing',
    load: () => import('./submit.ts'),
  },
  invitations: {
    usage: 'invitations',
    summary: 'codes by which affected persons answer for themselves, without an account',
    load: () => import('./invitations.ts'),
  },
  statement: {
    usage: 'statement',
    summary: 'say which of your own cases a build counted, beside your receipts; exit code 1 when something is missing, foreign or older',
    load: () => import('./statement.ts'),
  },
  tabulate: {
    usage: 'tabulate <file>',
    summary: 'count the cases of a file of your own; exact figures are for its holder and never for publication',
    load: () => import('./tabulate.ts'),
  },
  build: {
    usage: 'build',
    summary: 'open the sealed cases of closed editions and build their protected tables',
    load: () => import('./build.ts'),
  },
  publish: {
    usage: 'publish <bundle>',
    summary: 'hand a bundle to the server, which refuses it if other cases are held now',
    load: () => import('./publish.ts'),
  },
  erratum: {
    usage: 'erratum <bundle>',
    summary: 'replace published tables by those of a new bundle that differ (`build --again` makes it), for 90 days',
    load: () => import('./erratum.ts'),
  },
  'withdraw-table': {
    usage: 'withdraw-table <slice> <table>',
    summary: 'take back one published table of an edition or volume, for good; frozen figures can be corrected in no other way',
    load: () => import('./withdraw-table.ts'),
  },
  destroy: {
    usage: 'destroy',
    summary: 'destroy the sealed cases of an edition whose crosstabs are frozen and whose retention date has passed',
    load: () => import('./destroy.ts'),
  },
  backup: {
    usage: 'backup',
    summary: 'copy the database to a dated file, check it, and put the ledger of withdrawals beside it; the server may run meanwhile',
    load: () => import('./backup.ts'),
  },
  restore: {
    usage: 'restore <file>',
    summary: 'make a copy the database of a folder that holds the tag key and no database; the ledger of withdrawals is applied first',
    load: () => import('./restore.ts'),
  },
  migrate: {
    usage: 'migrate',
    summary: 'for a network of before: count what stands under tags of the server, and take their key away',
    load: () => import('./migrate.ts'),
  },
  log: {
    usage: 'log',
    summary: 'the audit log of a server as a file for whoever verifies it, and its public key',
    load: () => import('./log.ts'),
  },
  'verify-log': {
    usage: 'verify-log <file>',
    summary: 'say whether an exported audit log is whole: any edit, deletion, swap or cut below a head that was seen; exit code 1 when not',
    load: () => import('./verify-log.ts'),
  },
  cosign: {
    usage: 'cosign',
    summary: 'look at the audit log of a server as a partner, say when it is another one than before, and cosign its newest heads',
    load: () => import('./cosign.ts'),
  },
  inventory: {
    usage: 'inventory',
    summary: 'print exactly what a court order for this machine would yield',
    load: () => import('./inventory.ts'),
  },
  audit: {
    usage: 'audit [bundles...]',
    summary:
      "say which withheld cells published figures give away; with the editors' file and shares judge cells of 1 to 4 persons and make the noise again; exit code 1 when something is given away or the noise is wrong, 0 when nothing is proved",
    load: () => import('./audit.ts'),
  },
  attack: {
    usage: 'attack <bundles...>',
    summary:
      "try the attacks of a reader on bundles and print scores beside their marks; exit code 1 when one is missed; what only the editors' file could score is not missed",
    load: () => import('./attack.ts'),
  },
  report: {
    usage: 'report <bundle>',
    summary: "write the editors' report: withheld cells with their reasons, utility, audit, policy; never published",
    load: () => import('./report.ts'),
  },
  book: {
    usage: 'book <bundles...>',
    summary: 'write the data book from bundles that were published, in both languages and many formats',
    load: () => import('./book.ts'),
  },
  methods: {
    usage: 'methods',
    summary: 'write the page of methods: how figures are made, hidden and tried',
    load: () => import('./methods.ts'),
  },
  schema: {
    usage: 'schema',
    summary: 'write the questionnaire in the forms that others read: forms to fill in, on screen and on paper, schemas, codebooks',
    load: () => import('./schema.ts'),
  },
  'perturbation-table': {
    usage: 'perturbation-table',
    summary: 'print the distribution of the noise for each true count; the last row serves every larger count',
    load: () => import('./perturbation-table.ts'),
  },
  perturb: {
    usage: 'perturb',
    summary: 'reproduce a worked example: counts with all margins, cell keys, noise and figures, from records with given keys',
    load: () => import('./perturb.ts'),
  },
}
