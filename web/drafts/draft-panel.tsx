/** A draft of the form on this device: switched on, opened, carried away as a file, deleted. Loaded when somebody asks for it. */
import { type ChangeEvent, type SubmitEvent, useEffect, useId, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { CORNER_WORDS } from './corner-words.ts'
import type { LockedDraft } from './draft-cipher.ts'
import { DRAFT_FILE, readDraftFile } from './draft-file.ts'
import { OfflinePages } from './offline-pages.tsx'
import { type DraftState, useDraft } from './use-draft.ts'
import { DRAFT_WORDS as WORDS } from './words.ts'

export interface DraftPanelProps {
  readonly here: boolean
  readonly content: string | null
  /** Whether answers stand on the page that opening a draft would replace. */
  readonly begun: boolean
  readonly onOpen: (content: string) => boolean
  /** Where a draft is kept (`on`), leaving the page loses nothing. */
  readonly onState: (state: DraftState) => void
}

export default function DraftPanel({ here, content, begun, onOpen, onState }: DraftPanelProps) {
  const { tell } = useLanguage()
  const draft = useDraft({ here, content, onOpen })
  const [file, setFile] = useState<LockedDraft | null>(null)
  useEffect(() => onState(draft.state), [draft.state, onState])
  useEffect(() => () => onState('off'), [onState])

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0]
    const locked = chosen ? await readDraftFile(chosen) : null
    setFile(locked)
    draft.say(chosen && !locked ? WORDS.notAFile : null)
    target.value = ''
  }
  const opening = draft.state === 'here' || file !== null
  return (
    <>
      <section aria-labelledby="draft-title">
        <h2 id="draft-title">{tell(WORDS.draft)}</h2>
        <p className="quiet">{tell(draft.state === 'here' ? CORNER_WORDS.here : draft.state === 'on' ? WORDS.on : WORDS.about)}</p>
        {opening && begun && <p>{tell(WORDS.replaces)}</p>}
        {(draft.state === 'off' || draft.state === 'here') && (
          <Passphrase
            busy={draft.busy}
            action={opening ? WORDS.open : WORDS.keep}
            warned={!opening}
            onPassphrase={(passphrase) =>
              draft.state === 'here' ? draft.open(passphrase) : file ? draft.openFile(file, passphrase) : draft.keep(passphrase)
            }
          />
        )}
        <p role="status" className="draft-message">
          {draft.busy ? tell(WORDS.working) : draft.message && tell(draft.message)}
        </p>
        <div className="form-actions">
          {(draft.state === 'on' || draft.state === 'stopped') && (
            <button type="button" disabled={draft.busy} onClick={draft.toFile}>
              {tell(WORDS.file)}
            </button>
          )}
          {draft.state === 'off' && (
            <label className="button">
              {tell(WORDS.openFile)}
              <input type="file" className="unseen" accept={DRAFT_FILE.accept} onChange={choose} />
            </label>
          )}
        </div>
      </section>
      <OfflinePages />
      <button type="button" disabled={draft.busy} onClick={() => draft.wipe(WORDS.wiped)}>
        {tell(WORDS.wipe)}
      </button>
    </>
  )
}

interface PassphraseProps {
  readonly busy: boolean
  readonly action: (typeof WORDS)['open' | 'keep']
  /** That a lost passphrase is a lost draft. */
  readonly warned: boolean
  readonly onPassphrase: (passphrase: string) => void
}

function Passphrase({ busy, action, warned, onPassphrase }: PassphraseProps) {
  const { tell } = useLanguage()
  const id = useId()
  const [passphrase, setPassphrase] = useState('')
  const [shown, setShown] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onPassphrase(passphrase)
  }
  return (
    <form className="draft-passphrase" autoComplete="off" onSubmit={submit}>
      {warned && (
        <p>
          <strong>{tell(WORDS.lost)}</strong>
        </p>
      )}
      <label htmlFor={id}>{tell(WORDS.passphrase)}</label>
      {warned && (
        <p id={`${id}-hint`} className="quiet">
          {tell(WORDS.passphraseHint)}
        </p>
      )}
      <input
        id={id}
        type={shown ? 'text' : 'password'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={passphrase}
        aria-describedby={warned ? `${id}-hint` : undefined}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <label className="choice">
        <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} />
        <span>{tell(WORDS.show)}</span>
      </label>
      <button type="submit" disabled={busy}>
        {tell(action)}
      </button>
    </form>
  )
}
