/** The commands, in the order in which help lists them. */
import type { CommandFile } from '../command.ts'

export const COMMANDS: Readonly<Record<string, () => Promise<CommandFile>>> = {
  demo: () => import('./demo.ts'),
  serve: () => import('./serve.ts'),
  keys: () => import('./keys.ts'),
  convert: () => import('./convert.ts'),
  detect: () => import('./detect.ts'),
  import: () => import('./import.ts'),
  submit: () => import('./submit.ts'),
  tabulate: () => import('./tabulate.ts'),
  build: () => import('./build.ts'),
  publish: () => import('./publish.ts'),
  erratum: () => import('./erratum.ts'),
  'withdraw-table': () => import('./withdraw-table.ts'),
  destroy: () => import('./destroy.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  inventory: () => import('./inventory.ts'),
  audit: () => import('./audit.ts'),
  attack: () => import('./attack.ts'),
  report: () => import('./report.ts'),
  book: () => import('./book.ts'),
  methods: () => import('./methods.ts'),
  schema: () => import('./schema.ts'),
  'perturbation-table': () => import('./perturbation-table.ts'),
  perturb: () => import('./perturb.ts'),
}
