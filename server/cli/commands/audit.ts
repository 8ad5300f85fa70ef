/** `audit`: what published tables prove about the cells that they withhold. Bundles of ours, or anybody's table. */
import { readFileSync } from 'node:fs'
import { boundsOf, withheldOf } from '../../../analysis/disclosure/audit/bounds/bounds.ts'
import { type Bounds, exactValue } from '../../../analysis/disclosure/audit/bounds/constraint-system.ts'
import { SolverStopped } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import type { Finding } from '../../../analysis/disclosure/audit/findings.ts'
import { readBundle } from '../../../analysis/disclosure/released/bundle.ts'
import { POLICY_V2 } from '../../../analysis/policy/policy.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { type AuditedBundles, auditBundles, readEditorFigures, secretsFrom } from '../../editors/audit/audited-bundles.ts'
import { highsSolver } from '../../editors/audit/solver.ts'
import { readBundleFile } from '../../editors/bundle-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { checksum } from '../../sealing/checksum.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { readAuditedTables } from '../files/audited-tables.ts'
import { collected } from '../options.ts'
import type { Terminal } from '../terminal.ts'

interface Options {
  readonly tables?: string
  readonly editor: readonly string[]
  readonly share: readonly string[]
}

/** Tables of others name no policy: ours is asked of them, bounds at least so far apart. */
const WIDTH = POLICY_V2.minimumCases

/** Lines for a person; with `--json` all of them. */
const LISTED = 60

export const register: CommandFile['register'] = (command) => {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option('--tables <file>', "anybody's table instead of bundles: JSON with atoms and cells")
        .option(
          '--editor <file>',
          "editors' file of a bundle: then cells of 1 to 4 persons are judged, and the noise is checked",
          collected,
          [],
        )
        .option('--share <file>', "key share; two of each edition open its editors' file", collected, []),
    async run({ terminal, options, args }) {
      const bundles = args[0] as unknown as readonly string[]
      if ((options.tables === undefined) === (bundles.length === 0)) throw new Misuse('say either bundles or --tables FILE')
      try {
        if (options.tables !== undefined) await tablesAudited(terminal, options.tables)
        else await bundlesAudited(terminal, bundles, options)
      } catch (error) {
        if (error instanceof SolverStopped)
          throw new Refusal(error.fault === 'contradiction' ? 'contradiction' : 'solver-stopped', error.message)
        throw error
      }
    },
  })
}

interface CellBounds extends Bounds {
  readonly id: string
}

/** Bounds of every unpublished cell. A table leaks where one value is left, and is narrow where fewer than the policy asks for are. */
async function tablesAudited(terminal: Terminal, path: string) {
  const system = readAuditedTables(path)
  const withheld = withheldOf(system)
  const bounds = boundsOf(system, await highsSolver(), withheld)
  const cells = withheld.map((cell, index): CellBounds => ({ id: system.cells[cell]!.id, ...bounds[index]! }))
  const exact = cells.filter((cell) => exactValue(cell) !== null)
  const narrow = cells.filter((cell) => exactValue(cell) === null && cell.upper - cell.lower < WIDTH - 1e-6)
  const verdict = exact.length > 0 ? 'leaks' : narrow.length > 0 ? 'narrow' : 'safe'
  const lines = cells.map((cell) => {
    const value = exactValue(cell)
    const told = value !== null ? `  exactly ${value}` : narrow.includes(cell) ? '  narrow' : ''
    return `${cell.id}  ${cell.lower} to ${cell.upper === Infinity ? 'any number' : cell.upper}${told}`
  })
  const summary = {
    leaks: `leaks: ${exact.map((cell) => `${cell.id} is exactly ${exactValue(cell)}`).join('; ')}`,
    narrow: `narrow: no cell is given away exactly, but ${narrow.length} of ${cells.length} within fewer than ${WIDTH}`,
    safe: `safe: ${cells.length} unpublished cells, none exact, none within fewer than ${WIDTH}`,
  }[verdict]
  terminal.result(
    {
      verdict,
      cells: cells.map(({ id, lower, upper }) => ({ id, lower, upper: upper === Infinity ? null : upper })),
      exact: exact.map(({ id }) => id),
      narrow: narrow.map(({ id }) => id),
    },
    [...lines, summary].join('\n'),
  )
  if (verdict !== 'safe') process.exitCode = 1
}

async function bundlesAudited(terminal: Terminal, paths: readonly string[], { editor, share }: Options) {
  const shares = share.map((file) => readFileSync(file, 'utf8'))
  const bundles = paths.map((path) => readBundle(readBundleFile(path), checksum))
  const editors = await readEditorFigures(editor, shares, bundles)
  const secrets = await secretsFrom(shares)
  const solver = await highsSolver()
  const bar = terminal.progress('Auditing', 1)
  let audit: AuditedBundles
  try {
    audit = auditBundles(bundles, { editors, secrets }, solver, (done, of) => bar.to(done, of))
  } finally {
    bar.stop()
  }
  const { findings, open, judged, solved, noise } = audit
  const exact = findings.filter(({ lower, upper, audit: name }) => name !== 'posterior' && lower === upper)
  const posterior = findings.filter((finding) => finding.audit === 'posterior')
  const narrow = findings.filter((finding) => !exact.includes(finding) && !posterior.includes(finding))
  const verdict = findings.length + noise.faults.length > 0 ? 'unsafe' : open.length > 0 ? 'open' : 'safe'
  const summary = {
    safe: `safe: ${judged} withheld cells, none exact, none narrow, none too sure`,
    open: `nothing proved: of ${judged} withheld cells figures alone give none away; what they say of ${open.length} only the editors' file can judge`,
    unsafe: `unsafe: of ${judged} withheld cells ${exact.length} exact, ${narrow.length} narrow, ${posterior.length} too sure; ${noise.faults.length} faults of the noise`,
  }[verdict]
  const listed = findings.slice(0, LISTED).map(described)
  const more = findings.length - listed.length
  const lines = [
    ...listed,
    ...(more > 0 ? [`and ${more} more; --json lists all`] : []),
    ...noise.faults.map(({ place, rule }) => `noise  ${place}: ${rule}`),
    ...notJudged(audit, bundles, editors),
    ...(noise.recomputed > 0 ? [`noise: ${noise.recomputed} figures were made again from counts, keys and secrets`] : []),
  ]
  terminal.result(
    {
      verdict,
      judged,
      solved,
      exact: exact.map(plain),
      narrow: narrow.map(plain),
      posterior: posterior.map(plain),
      open: open.map(plain),
      noise,
    },
    [...lines, summary].join('\n'),
  )
  if (verdict === 'unsafe') process.exitCode = 1
}

/** In one sentence each, what was not judged for want of the editors' file or of shares. */
function notJudged({ noise }: AuditedBundles, bundles: readonly Bundle[], editors: ReadonlyMap<string, unknown>): string[] {
  const slices = bundles.flatMap(({ manifest: { editions, volume } }) => [...editions, ...(volume ? [volume] : [])].map(({ id }) => id))
  const openly = slices.filter((slice) => !editors.has(slice))
  const left = noise.left.filter((slice) => editors.has(slice))
  return [
    ...(openly.length > 0
      ? [
          `${openly.join(', ')}: judged by published figures alone; whether a cell that they make likely holds 1 to 4 persons, and whether the noise is that of the policy, only the editors' file and two shares say (--editor, --share)`,
        ]
      : []),
    ...(left.length > 0
      ? [`${left.join(', ')}: the noise was not checked, which needs cell keys in the editors' file and two shares of each edition`]
      : []),
  ]
}

const plain = ({ cell, audit, lower, upper, probability }: Finding) => ({
  slice: cell.slice,
  table: cell.table,
  lines: cell.lines,
  audit,
  lower,
  upper: upper === Infinity ? null : upper,
  probability,
})

function described({ cell, audit, lower, upper, probability, evidence }: Finding): string {
  const told =
    audit !== 'posterior'
      ? lower === upper
        ? `exactly ${lower}`
        : `${lower} to ${upper}`
      : upper === null
        ? `somebody, with chance ${probability!.toFixed(3)}`
        : `${lower}, with chance ${probability!.toFixed(3)}`
  const from = evidence[0] ? `; from ${evidence[0].table} ${evidence[0].lines.join(' x ')}` : ''
  return `${audit}  ${cell.slice}  ${cell.table}  ${cell.lines.join(' x ')}: ${told}${from}`
}
