/** The collection leaves as one file, made here. The writers are loaded when they are first needed. */
import { useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { keepFile } from '../frame/keep-file.ts'
import { useLanguage } from '../language/language.tsx'
import { type Collection, keyOf } from './collection.ts'
import type { Resolved } from './resolved.ts'
import { WORDS } from './words.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

interface SavePartProps {
  readonly collection: Collection
  readonly resolved: ReadonlyMap<string, Resolved> | null
}

export function SavePart({ collection, resolved }: SavePartProps) {
  const { say, language } = useLanguage()
  const [notice, setNotice] = useState<Text | null>(null)
  const tables = collection.tables.flatMap((picked) => {
    const found = resolved?.get(keyOf(picked))
    // Titles and texts as they stand now, figures as they came.
    return found ? [{ ...found, picked }] : []
  })
  const asWord = async () => {
    const [{ collectionDocx }, { wordPictures }] = await Promise.all([import('./collection-docx.ts'), import('./word-pictures.ts')])
    return collectionDocx(collection, tables, language, await wordPictures(tables, language))
  }
  const save = async (ending: keyof typeof TYPES) => {
    const bytes = ending === 'docx' ? await asWord() : (await import('./collection-xlsx.ts')).collectionXlsx(collection, tables, language)
    const name = `databook-tables.${ending}`
    keepFile(name, TYPES[ending], bytes)
    setNotice(WORDS.saved(name))
  }
  return (
    <section aria-labelledby="save-title">
      <h2 id="save-title">{say(WORDS.save)}</h2>
      <p className="quiet">{say(WORDS.saveHint)}</p>
      {tables.length === 0 ? (
        <p>{say(WORDS.nothing)}</p>
      ) : (
        <div className="form-actions">
          <button type="button" className="main-action" onClick={() => save('docx')}>
            {say(WORDS.docx)}
          </button>
          <button type="button" onClick={() => save('xlsx')}>
            {say(WORDS.xlsx)}
          </button>
        </div>
      )}
      <p role="status">{notice && say(notice)}</p>
    </section>
  )
}
