/** A file on its way: chosen, decided about, judged, sent. Everything is in memory and goes with the page. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Existing } from '../../survey-schema/partner-files/import-parts.ts'
import type { Mapping } from '../../survey-schema/partner-files/plan/mapping-shape.ts'
import type { Encoding } from '../../survey-schema/partner-files/texts/encoding.ts'
import { Refused } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'
import { decided, nothingOpen, type OpenDecisions, openDecisions } from './decision.ts'
import { type FileReading, startReading } from './reading.ts'
import type { ChosenFiles, EncodingPreview, JudgedFile, Planned, Sight } from './reading-messages.ts'
import { type ImportedFile, sendFile } from './sending-parts.ts'

export type Stage = 'choose' | 'encoding' | 'reading' | 'decide' | 'report' | 'done'

interface OnItsWay {
  readonly stage: Stage
  readonly rows: number
  /** Encodings that the file may be in, where its bytes do not decide. */
  readonly previews: readonly EncodingPreview[]
  readonly sight: Sight | null
  readonly planned: Planned | null
  readonly decisions: OpenDecisions | null
  readonly judged: JudgedFile | null
  readonly imported: ImportedFile | null
  /** Rows answered while it is being sent. */
  readonly done: number | null
  readonly refusal: Refused | null
}

const START: OnItsWay = {
  stage: 'choose',
  rows: 0,
  previews: [],
  sight: null,
  planned: null,
  decisions: null,
  judged: null,
  imported: null,
  done: null,
  refusal: null,
}

const refusalOf = (reason: unknown) => (reason instanceof Refused ? reason : new Refused('internal'))

export function useFile() {
  const [file, setFile] = useState<OnItsWay>(START)
  const reading = useRef<FileReading | null>(null)
  const files = useRef<ChosenFiles | null>(null)
  const mapping = useRef<Mapping | null>(null)
  const encoding = useRef<Encoding | null>(null)
  const show = useCallback((by: Partial<OnItsWay>) => setFile((before) => ({ ...before, ...by })), [])
  const forget = useCallback(() => {
    reading.current?.close()
    reading.current = null
    files.current = null
    mapping.current = null
    encoding.current = null
    setFile(START)
  }, [])
  useEffect(() => () => reading.current?.close(), [])

  /** Plans with these decisions; where nothing is open, or it was just decided about, the file is judged. */
  async function plan(decisions: Mapping, leaveOut: readonly number[], asked: boolean) {
    const worker = reading.current as FileReading
    mapping.current = decisions
    const planned = await worker.ask('plan', { mapping: decisions, leaveOut })
    const open = openDecisions(planned)
    const waits = open.columns.some(({ needed }) => needed) || open.unknownColumns.length > 0 || Object.keys(open.whole).length > 0
    if (asked ? waits || newWords(open, file.decisions) : !nothingOpen(open))
      return show({ stage: 'decide', planned, decisions: open, judged: null })
    show({ planned, decisions: open })
    const judged = await worker.ask('judge', { existingRecordRule: true }, (rows) => show({ rows }))
    show({ stage: 'report', judged })
  }

  async function working(work: () => Promise<void>) {
    show({ stage: 'reading', rows: 0, refusal: null })
    try {
      await work()
    } catch (reason) {
      reading.current?.close()
      reading.current = null
      setFile({ ...START, refusal: refusalOf(reason) })
    }
  }

  const open = (chosen: ChosenFiles, sheet: number | null) =>
    working(async () => {
      reading.current?.close()
      reading.current = startReading()
      files.current = chosen
      const sight = await reading.current.ask('open', { files: chosen, sheet, encoding: encoding.current }).catch(askedEncoding)
      if (!sight) return
      show({ sight })
      await plan(sight.mapping, [], false)
    })

  /** Shows how the file reads in each encoding that it may be in. @throws Refused for any other reason */
  async function askedEncoding(reason: unknown): Promise<null> {
    const encodings =
      reason instanceof Refused
        ? reason.errors.flatMap(({ rule, pointer }) => (rule === 'encoding_unsure' ? [pointer.split('/').at(-1) as Encoding] : []))
        : []
    if (encodings.length === 0) throw reason
    show({ stage: 'encoding', previews: await (reading.current as FileReading).ask('preview', { encodings }) })
    return null
  }

  return {
    file,
    mapping: () => mapping.current,
    choose(chosen: ChosenFiles) {
      encoding.current = null
      return open(chosen, null)
    },
    chooseEncoding(chosen: Encoding) {
      encoding.current = chosen
      return open(files.current as ChosenFiles, null)
    },
    sheet: (sheet: number) => open(files.current as ChosenFiles, sheet),
    decide: (decisions: OpenDecisions) => show({ decisions }),
    decidedAll: () =>
      working(async () => {
        const { decisions, sight } = file
        if (!decisions || !sight) return
        await plan(
          decided(mapping.current ?? sight.mapping, decisions),
          decisions.unknownColumns.map(({ position }) => position),
          true,
        )
      }),
    /** Every decision of this file is open again; those of an earlier one stay. */
    again: () =>
      working(async () => {
        if (file.sight) await plan(file.sight.mapping, [], false)
      }),
    async send(credential: HeldCredential, existing: Existing) {
      const { judged } = file
      if (!judged || !reading.current) return
      show({ done: 0, refusal: null })
      try {
        // What the register says decides about these rows: without a rule they are shown as refused, and nothing is sent yet.
        const { ownSigner } = await import('../credential/own-signer.ts')
        const own = await ownSigner(credential)
        if (judged.existingRecords > 0 && !own.existingRecordRule)
          return show({ judged: await reading.current.ask('judge', { existingRecordRule: false }), done: null })
        const imported = await sendFile({
          reading: reading.current,
          judged,
          existing,
          credential,
          own,
          renew: () => ownSigner(credential),
          onRows: (done) => show({ done }),
        })
        show({ stage: 'done', imported, done: null })
      } catch (reason) {
        show({ done: null, refusal: refusalOf(reason) })
      }
    },
    forget,
  }
}

/** Whether words wait that were not on the page before: a column was given another question. */
function newWords(open: OpenDecisions, before: OpenDecisions | null): boolean {
  const shown = new Set(before?.columns.flatMap(({ position, words }) => words.map(({ word }) => `${position} ${word}`)))
  return open.columns.some(({ position, words }) => words.some(({ word }) => !shown.has(`${position} ${word}`)))
}
