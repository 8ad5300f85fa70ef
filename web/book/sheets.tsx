/** Fact sheets: one topic each, every sentence with the table that it is from, and what the network asks for apart from the figures. */
import type { FactSheet, Imprint, SheetSentence } from '../../survey-schema/release/book.ts'
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { BlockFigure } from './block-figure.tsx'
import { WORDS } from './words.ts'

interface SheetsProps {
  readonly edition: string
  /** Where the table with this number stands. */
  readonly tableAddress: (number: string) => string
  readonly chapterOf: (number: string) => string
}

export function Sheets({ edition, tableAddress, chapterOf }: SheetsProps) {
  const { say } = useLanguage()
  const loaded = useAnswer(`${edition} sheets`, () => client.factSheets(edition))
  return (
    <>
      <h1>{say(WORDS.sheets)}</h1>
      <p>{say(WORDS.sheetsLead)}</p>
      {loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : loaded.value.length === 0 ? (
        <p className="trouble">{say(WORDS.noSheets)}</p>
      ) : (
        loaded.value.map((sheet) => (
          <Sheet
            key={sheet.id}
            sheet={sheet}
            edition={edition}
            tableAddress={tableAddress}
            chapter={sheet.figure && chapterOf(sheet.figure.table)}
          />
        ))
      )}
    </>
  )
}

interface SheetProps {
  readonly sheet: FactSheet
  readonly edition: string
  readonly tableAddress: (number: string) => string
  readonly chapter: string | null
}

function Sheet({ sheet, edition, tableAddress, chapter }: SheetProps) {
  const { say } = useLanguage()
  const sentenceOf = ({ words, table }: SheetSentence) => (
    <>
      {say(words)} <a href={tableAddress(table)}>{say(WORDS.table(table))}</a>
    </>
  )
  return (
    <article className="sheet" id={`sheet-${sheet.id}`} aria-labelledby={`sheet-${sheet.id}-title`}>
      <h2 id={`sheet-${sheet.id}-title`}>{say(sheet.title)}</h2>
      <p className="sheet-question">{say(sheet.question)}</p>
      <p className="sheet-headline">{sentenceOf(sheet.headline)}</p>
      {sheet.figure && chapter && (
        <SheetFigure edition={edition} chapter={chapter} table={sheet.figure.table} figure={sheet.figure.figure.id} />
      )}
      <ul className="book-sentences">
        {sheet.sentences.map((sentence) => (
          <li key={sentence.words.en}>{sentenceOf(sentence)}</li>
        ))}
      </ul>
      <div className="sheet-cannot">
        <h3>{say(WORDS.cannotSay)}</h3>
        <ul>
          {sheet.cannotSay.map((line) => (
            <li key={line.en}>{say(line)}</li>
          ))}
        </ul>
      </div>
      <aside className="sheet-demand" aria-label={`${say(WORDS.demand)} (${say(sheet.title)})`}>
        <h3>{say(WORDS.demand)}</h3>
        <p>{say(sheet.demand)}</p>
      </aside>
      <p className="files">
        <span>{say(WORDS.sources)}</span>
        {sheet.tables.map((number) => (
          <a key={number} href={tableAddress(number)}>
            {say(WORDS.table(number))}
          </a>
        ))}
      </p>
      <div className="table-notes">
        <ul>
          {sheet.notes.map((note) => (
            <li key={note.en}>{say(note)}</li>
          ))}
        </ul>
        <p>{say(sheet.citation)}</p>
      </div>
    </article>
  )
}

/** The drawing of the table that the sheet names, from its chapter. */
function SheetFigure({ edition, chapter, table, figure }: { edition: string; chapter: string; table: string; figure: string }) {
  const loaded = useAnswer(`${edition} ${chapter}`, () => client.bookChapter(edition, chapter))
  if (loaded.state !== 'here') return null
  const found = loaded.value.chapter.tables.find(({ number }) => number === table)
  const drawn = found?.figures.find(({ id }) => id === figure)
  const imprint: Imprint = loaded.value.imprint
  return found && drawn ? <BlockFigure figure={drawn} blocks={found.blocks} imprint={imprint} /> : null
}
