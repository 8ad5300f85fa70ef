/** Audit and attack of real, published records as an editor calls them: they agree with the build, with the editors' file and without it. */
import type { Checks } from './checks.ts'
import type { Processes } from './processes.ts'

interface Audited {
  readonly verdict: string
  readonly noise: { readonly recomputed: number; readonly faults: readonly unknown[]; readonly left: readonly string[] }
}

/** @param bundle as `build` wrote it, its editors' file beside it  @param shares options that name two shares */
export async function checkEditors(to: Checks, all: Processes, bundle: string, shares: readonly string[]): Promise<void> {
  const known = ['--editor', `${bundle}.editor`, ...shares]
  for (const [words, options] of [
    ["with the editors' file", known],
    ['from figures alone', []],
  ] as const) {
    const { code, stdout, stderr, seconds } = await all.run('audit', bundle, ...options, '--json')
    to.holds(`audit ${words} ends with 0, as the build did`, code === 0, stderr.trim())
    const { verdict, noise } = JSON.parse(stdout) as Audited
    to.note(`audit ${words}: ${verdict}, ${noise.recomputed} figures made again, ${seconds.toFixed(1)} s`)
    if (options.length > 0) {
      to.equal("verdict with the editors' file", verdict, 'safe')
      to.holds(
        'every figure was made again',
        noise.recomputed > 1000 && noise.faults.length + noise.left.length === 0,
        `${noise.recomputed}`,
      )
    } else to.holds('figures alone are not called unsafe', verdict !== 'unsafe', verdict)
    const attacked = await all.run('attack', bundle, ...options, '--json')
    to.holds(`attack ${words} misses no mark`, attacked.code === 0, attacked.stdout)
  }
}
