/** Which file, and what belongs to it. */
import { type SubmitEvent, useId, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import type { ChosenFiles } from './reading-messages.ts'
import { WORDS } from './words.ts'

export const READABLE = '.csv,.tsv,.txt,.xlsx,.xlsm,.ods,.zip,.json,.ndjson,.jsonl,.xml'

interface ChooseFileProps {
  readonly closed: boolean
  readonly onChoose: (files: ChosenFiles) => void
}

export function ChooseFile({ closed, onChoose }: ChooseFileProps) {
  const { say } = useLanguage()
  const [files, setFiles] = useState<Partial<ChosenFiles>>({})
  const [missing, setMissing] = useState(false)
  const { file, journeys = null, steps = null, decisions = null } = files
  const read = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(!file)
    if (file) onChoose({ file, journeys, steps, decisions })
  }
  const field = (name: keyof ChosenFiles, label: Text, accept: string, hint?: Text) => (
    <FileField label={label} accept={accept} hint={hint} onFile={(chosen) => setFiles({ ...files, [name]: chosen })} />
  )
  return (
    <>
      <h1 id="choose-title" tabIndex={-1}>
        {say(WORDS.heading)}
      </h1>
      <p>{say(WORDS.intro)}</p>
      {closed && <p className="trouble">{say(WORDS.noOpenEdition)}</p>}
      <form className="send" onSubmit={read}>
        {field('file', WORDS.file, READABLE, WORDS.fileHint)}
        <details>
          <summary>{say(WORDS.more)}</summary>
          {field('decisions', WORDS.decisionsFile, '.json')}
          {field('journeys', WORDS.journeysFile, '.csv,.tsv')}
          {field('steps', WORDS.stepsFile, '.csv,.tsv')}
        </details>
        {missing && (
          <p className="send-refused" role="alert">
            {say(WORDS.chooseFirst)}
          </p>
        )}
        <button type="submit" className="main-action">
          {say(WORDS.read)}
        </button>
      </form>
    </>
  )
}

interface FileFieldProps {
  readonly label: Text
  readonly accept: string
  readonly hint: Text | undefined
  readonly onFile: (file: File | null) => void
}

export function FileField({ label, accept, hint, onFile }: FileFieldProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <div className="file-field">
      <label htmlFor={id}>{say(label)}</label>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {say(hint)}
        </p>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onFile(target.files?.[0] ?? null)}
      />
    </div>
  )
}
