/** `attack`: what a patient reader makes of bundles, before they are published. */
import { readFileSync } from 'node:fs'
import { readBundle } from '../../../analysis/disclosure/released/bundle.ts'
import { nameOf } from '../../editors/attack/meaning.ts'
import { publicAttacks } from '../../editors/attack/public.ts'
import { laidOut } from '../../editors/attack/scores.ts'
import { readEditorFigures } from '../../editors/audit/audited-bundles.ts'
import { readBundleFile } from '../../editors/bundle-file.ts'
import { checksum } from '../../sealing/checksum.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { collected } from '../options.ts'

interface Options {
  readonly editor: readonly string[]
  readonly share: readonly string[]
}

export const register: CommandFile['register'] = (command) => {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option('--editor <file>', "exact counts of a bundle's edition, to score by", collected, [])
        .option('--share <file>', "key share; two of each edition open its editors' file", collected, []),
    async run({ terminal, options, args }) {
      const paths = args[0] as unknown as readonly string[]
      const bundles = paths.map((path) => readBundle(readBundleFile(path), checksum))
      const shares = options.share.map((file) => readFileSync(file, 'utf8'))
      const figures = await readEditorFigures(options.editor, shares, bundles)
      const truth = new Map([...figures.values()].flat().map((cell) => [nameOf(cell), cell.cases]))
      const scores = publicAttacks(bundles, truth.size > 0 ? truth : null)
      const missed = scores.some(({ passes }) => passes === false)
      const notScored = scores.some(({ passes }) => passes === null)
      terminal.result(
        { verdict: missed ? 'missed' : 'held', scores },
        [
          laidOut(scores),
          ...(notScored
            ? ["judged by published figures alone; what was not scored needs the editors' file and two shares (--editor, --share)"]
            : []),
        ].join('\n'),
      )
      if (missed) process.exitCode = 1
    },
  })
}
