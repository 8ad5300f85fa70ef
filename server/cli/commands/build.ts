/** `build`: sealed cases and two shares in; one bundle out, and beside it what editors alone may open. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { POLICIES } from '../../../analysis/policy/policy.ts'
import { buildFromSources } from '../../editors/build/build-edition.ts'
import { readDecisions } from '../../editors/build/duplicate-pairs.ts'
import { type SealedSource, sealedFromStore, sealedFromUrl } from '../../editors/build/sealed-source.ts'
import { UnsoundCases } from '../../editors/build/sound-cases.ts'
import { sealedStatements } from '../../editors/build/statements.ts'
import { withoutWithdrawn } from '../../editors/build/withdrawn-cases.ts'
import { writeBundle, writeWhole } from '../../editors/bundle-file.ts'
import { sealEditorFile } from '../../editors/editor-file.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { defineCommand } from '../command.ts'
import { type PinnedRegister, pinnedRegister } from '../files/pinned-register.ts'
import { statementsText } from '../files/statements-file.ts'
import { unsoundText } from '../files/unsound-cases.ts'
import { remember } from '../files/withdrawn-memory.ts'
import { clearOften } from '../heap.ts'
import { collected, wholeNumber } from '../options.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'

interface Options extends KeyOptions {
  readonly data?: string
  readonly from?: string
  readonly edition: readonly string[]
  readonly byDecision?: boolean
  readonly again?: boolean
  readonly share: readonly string[]
  readonly policy: string
  readonly threads: number
  readonly out: string
  readonly editorOut?: string
  readonly pairs?: string
  readonly decisions?: string
  readonly memory?: string
  readonly register?: string
  readonly pin?: string
  readonly between: readonly string[]
  readonly without: readonly string[]
  readonly olderSource?: boolean
}

/** Name of the file, unless another is given. */
const MEMORY = 'withdrawals.memory'

/** For its owner alone: codes of persons stand in it. */
const PRIVATE = 0o600

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      keyOptions(
        one.option('--data <dir>', 'data folder of this machine').option('--from <url>', 'server to fetch the sealed cases from'),
        'edit',
        '--from',
      )
        .requiredOption('--edition <id>', 'edition to build; several, oldest first, for a volume', collected, [])
        .requiredOption('--share <file>', 'key share; two of each edition are needed', collected, [])
        .option('--by-decision', 'crosstabs from 250 cases, by the recorded decision of two editors')
        .option('--again', 'for an erratum: make published single tables again')
        .option('--policy <name>', 'noise: every figure is adjusted; withhold: figures are exact and more cells are withheld', 'noise')
        .option(
          '--threads <n>',
          'threads that audit; the bundle does not depend on them',
          wholeNumber('--threads', 1, 64),
          availableParallelism(),
        )
        .requiredOption('--out <bundle>', 'file to write')
        .option(
          '--editor-out <file>',
          "exact counts and reasons, sealed to the newest edition's key (default: the bundle's name with .editor)",
        )
        .option('--pairs <file>', 'write the pairs of reports that may be of one person, for an editor to decide')
        .option('--decisions <file>', 'what an editor decided: {"PAIR": "same" or "different", …}')
        .option(
          '--memory <file>',
          `what this machine remembers of withdrawals (default: ${MEMORY} beside the bundle); keep it from build to build`,
        )
        .option('--register <file>', 'organisations, umbrellas and keys, signed by two people; needed once an organisation has a key')
        .option(
          '--pin <file>',
          'whose signatures this machine trusts, and the newest register that it used (default: register.pin beside --memory)',
        )
        .option(
          '--between <file>',
          'a register that came after the newest that this machine used and before that of --register; each of them, oldest first',
          collected,
          [],
        )
        .option(
          '--without <file>',
          'decision of two people to build without cases that were refused; may be given several times',
          collected,
          [],
        )
        .option('--older-source', 'go on although the server forgot withdrawals that this machine remembers; those cases are left out'),
    async run({ terminal, options }) {
      const { data, from, edition: editions, share, policy, out, byDecision = false, again = false } = options
      if ((data === undefined) === (from === undefined)) throw new Misuse('say either --data DIR or --from URL')
      const server = from === undefined ? null : await serverAndKey(from, options, terminal)
      if (policy !== 'noise' && policy !== 'withhold') throw new Misuse('--policy is noise or withhold')
      const shares = share.map((file) => readFileSync(file, 'utf8'))
      const decisions = options.decisions === undefined ? new Map() : readDecisions(readFileSync(options.decisions, 'utf8'))
      if (editions.length === 0) throw new Misuse('say which --edition to build')
      clearOften()
      const memory = options.memory ?? join(dirname(out), MEMORY)
      const pinned = pinnedRegister(options, [memory, out])
      const build = async (given: readonly SealedSource[]) => {
        const withdrawn = given.map(({ head }) => head.withdrawn)
        const { known, begun } = remember(memory, withdrawn, options.olderSource ?? false)
        let leftOut = 0
        const sources = given.map((source) => withoutWithdrawn(source, known, () => leftOut++))
        const unsoundFile = `${out}.unsound`
        const opening = terminal.progress(
          'Opening',
          sources.reduce((sum, { head }) => sum + head.cases, 0),
        )
        const counting = { bar: null as ReturnType<typeof terminal.progress> | null, before: 0 }
        const { bundle, editor, pairs, newest, stranded, checked, statements } = await buildFromSources(sources, shares, {
          register: pinned?.register,
          leftOut: pinned?.leftOut ?? new Map(),
          withdrawn: new Set(known.tags),
          withdrawnInside: () => leftOut++,
          policy: POLICIES[policy],
          byDecision,
          again,
          decisions,
          threads: options.threads,
          opened(done, of) {
            opening.to(counting.before + done)
            if (done === of) counting.before += of
          },
          counted(done, of) {
            opening.stop()
            counting.bar ??= terminal.progress('Counting', of)
            counting.bar.to(done, of)
          },
        }).catch((error: unknown) => {
          opening.stop()
          if (error instanceof UnsoundCases) writeWhole(unsoundFile, unsoundText(error.cases), PRIVATE)
          throw error
        })
        counting.bar?.stop()
        const { manifest, tables } = bundle
        const duplicates = pairs.map(({ pair, decision }) => ({ pair, decision }))
        const editorFile = options.editorOut ?? `${out}.editor`
        writeWhole(editorFile, await sealEditorFile({ ...editor, duplicates }, manifest.checksum, newest), PRIVATE)
        if (options.pairs !== undefined) writeWhole(options.pairs, `${JSON.stringify({ editions, pairs }, null, 2)}\n`, PRIVATE)
        const statementsFile = statements.length > 0 ? `${out}.statements` : null
        if (statementsFile !== null)
          writeWhole(statementsFile, statementsText(manifest.checksum, await Promise.all(statements.map(sealedStatements))), PRIVATE)
        writeBundle(out, bundle)
        const undecided = pairs.filter(({ decision }) => decision === null).length
        terminal.result(
          {
            editions,
            volume: manifest.volume?.id ?? null,
            tables: tables.length,
            checksum: manifest.checksum,
            bundle: out,
            editor: editorFile,
            pairs: pairs.length,
            undecided,
            stranded,
            memory,
            leftOut,
            register: pinned?.register.checksum ?? null,
            checked,
            statements: statementsFile,
          },
          [
            `${editions.join(', ')}: ${tables.length} tables in ${out}; ${manifest.volume ? `crosstabs as ${manifest.volume.id}` : 'crosstabs wait for a larger volume'}`,
            `exact counts and reasons, sealed for editors: ${editorFile}`,
            ...checkedLines(pinned, checked),
            ...(statementsFile === null ? [] : [`statements, sealed to each organisation, which \`publish\` sends: ${statementsFile}`]),
            ...(begun ? [`withdrawals are remembered from now on in ${memory}; keep it for the next build`] : []),
            ...(leftOut > 0
              ? [`warning: the server holds ${leftOut} cases that were withdrawn; they are left out. Find out how they came back`]
              : []),
            ...(stranded.length > 0
              ? [
                  `warning: once this bundle is published, no volume can hold ${stranded.join(', ')}; a build of ${[...stranded, ...editions].join(', ')} together gives crosstabs to all`,
                ]
              : []),
            ...(undecided > 0
              ? [`${undecided} of ${pairs.length} pairs of reports are undecided and counted as two persons each (--pairs, --decisions)`]
              : []),
          ].join('\n'),
        )
      }
      const sources: SealedSource[] = []
      if (server) {
        for (const edition of editions) sources.push(await sealedFromUrl(server.url, server.key, edition))
        return build(sources)
      }
      const { store, serverKey } = openDataDir(data as string)
      try {
        for (const edition of editions) sources.push(await sealedFromStore(store, serverKey, edition))
        await build(sources)
      } finally {
        store.close()
      }
    },
  })
}

/** How far the cases are proved to be those of their organisations. */
function checkedLines(pinned: PinnedRegister | null, checked: Awaited<ReturnType<typeof buildFromSources>>['checked']): string[] {
  if (pinned === null)
    return [
      'no organisation has a key yet: nothing shows that the cases are those that their organisations sent, and umbrellas are as the server says',
    ]
  return [
    `register ${pinned.register.content.number} (${pinned.register.checksum})`,
    ...checked.flatMap(({ edition, counted, beforeFirstKey, beforeFirstKeyOf, leftOut }) => [
      `${edition}: ${counted - beforeFirstKey} cases signed by their organisations${beforeFirstKey > 0 ? `, ${beforeFirstKey} of before an organisation's first key` : ''}${leftOut > 0 ? `; ${leftOut} left out by decision` : ''}`,
      ...beforeFirstKeyOf.map(({ organisation, cases }) => `  organisation ${organisation}: ${cases} of before its first key`),
    ]),
  ]
}
