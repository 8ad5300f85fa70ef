/** A draft from switching it on to the last saving. What it holds is a text; the form makes it and reads it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { keepFile } from '../frame/keep-file.ts'
import { type DraftKey, draftKey, type LockedDraft, lockDraft, longEnough, openDraft } from './draft-cipher.ts'
import { DRAFT_FILE, draftFile } from './draft-file.ts'
import { DraftNotKept, draftHere, saveDraft } from './draft-here.ts'
import { wipeDraft } from './wipe.ts'
import { DRAFT_WORDS, FAULTS } from './words.ts'

/** Milliseconds without a change before a draft is saved. */
const QUIET = 400

export type DraftState = 'off' | 'here' | 'on' | 'stopped'

interface DraftOfForm {
  /** Whether there is one on this device, as far as the page knows. */
  readonly here: boolean
  /** What is to be kept, null while there is nothing. */
  readonly content: string | null
  /** False where the text is no form of today. */
  readonly onOpen: (content: string) => boolean
}

export function useDraft({ here, content, onOpen }: DraftOfForm) {
  const [state, setState] = useState<DraftState>(here ? 'here' : 'off')
  const [message, setMessage] = useState<Text | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<DraftKey | null>(null)
  const mark = useRef<string | null>(null)
  // One saving after the other: each needs the mark of the one before.
  const saving = useRef(Promise.resolve())

  useEffect(() => {
    draftHere(Date.now()).then((kept) => kept && setState('here'))
  }, [])

  const stop = useCallback((reason: unknown) => {
    setState('stopped')
    setMessage(FAULTS[reason instanceof DraftNotKept ? reason.fault : 'no-storage'])
  }, [])
  const save = useCallback(
    (text: string) => {
      saving.current = saving.current.then(async () => {
        if (!key.current) return
        try {
          mark.current = await saveDraft(await lockDraft(key.current, text), mark.current, Date.now())
        } catch (reason) {
          stop(reason)
        }
      })
      return saving.current
    },
    [stop],
  )
  useEffect(() => {
    if (state !== 'on' || content === null) return
    const now = () => void save(content)
    const timer = setTimeout(now, QUIET)
    // A page that goes out of sight may never come back.
    document.addEventListener('visibilitychange', now)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', now)
    }
  }, [state, content, save])

  const working = async (work: () => Promise<Text | null>) => {
    setBusy(true)
    setMessage(null)
    try {
      setMessage(await work())
    } catch (reason) {
      stop(reason)
    } finally {
      setBusy(false)
    }
  }

  const keep = (passphrase: string) =>
    working(async () => {
      if (!longEnough(passphrase)) return DRAFT_WORDS.tooShort
      key.current = await draftKey(passphrase)
      mark.current = await saveDraft(await lockDraft(key.current, content ?? '{}'), null, Date.now())
      setState('on')
      return null
    })
  const opened = async (locked: LockedDraft, passphrase: string, markHere: string | null) => {
    const found = await openDraft(passphrase, locked)
    if (!found) return DRAFT_WORDS.wrong
    if (!onOpen(found.text)) return DRAFT_WORDS.unreadable
    key.current = found.key
    mark.current = markHere ?? (await saveDraft(locked, null, Date.now()))
    setState('on')
    return null
  }
  const open = (passphrase: string) =>
    working(async () => {
      const kept = await draftHere(Date.now())
      if (kept) return opened(kept.locked, passphrase, kept.mark)
      setState('off')
      return FAULTS.gone
    })
  const openFile = (locked: LockedDraft, passphrase: string) => working(() => opened(locked, passphrase, null))
  const toFile = () =>
    working(async () => {
      if (key.current) keepFile(DRAFT_FILE.name, DRAFT_FILE.type, draftFile(await lockDraft(key.current, content ?? '{}')))
      return null
    })
  /** @param why what the page says then */
  const wipe = useCallback(async (why: Text) => {
    key.current = null
    await saving.current
    mark.current = null
    await wipeDraft()
    setState('off')
    setMessage(why)
  }, [])
  return { state, message, busy, keep, open, openFile, toFile, wipe, say: setMessage }
}
