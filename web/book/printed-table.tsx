/** One numbered table of the book: what a reader learns, what it says in words, drawings, the blocks with all figures, notes. */
import { type BookTable, drawnFrom, type Imprint, type PrintedBlock } from '../../survey-schema/release/book.ts'
import type { FindingFigure } from '../../survey-schema/release/findings.ts'
import { policyNote } from '../../survey-schema/release/policy-note.ts'
import { useLanguage } from '../language/language.tsx'
import { AddButton } from '../workbench/add-button.tsx'
import { BlockFigure } from './block-figure.tsx'
import { Block } from './blocks.tsx'
import { WORDS } from './words.ts'

export const anchorOf = (number: string) => `table-${number.replace('.', '-')}`

interface PrintedTableProps {
  readonly table: BookTable
  readonly imprint: Imprint
  readonly chapter: string
  /** Drawings that the findings name. */
  readonly findings: readonly FindingFigure[]
}

export function PrintedTable({ table, imprint, chapter, findings }: PrintedTableProps) {
  const { say } = useLanguage()
  const { number, title, learns, base, silent, sentences, blocks, notes, citation } = table
  return (
    <article className="book-table" id={anchorOf(number)} aria-labelledby={`${anchorOf(number)}-title`}>
      <h2 id={`${anchorOf(number)}-title`}>
        <span className="book-number">{number}</span> {say(title)}
      </h2>
      <p className="book-learns">{say(learns)}</p>
      {silent ? (
        <p className="trouble">{say(silent)}</p>
      ) : (
        <>
          <p className="book-base">
            {say(WORDS.base)}
            {say({ ja: '：', en: ': ' })}
            {say(base)}
          </p>
          {sentences.length > 0 && (
            <ul className="book-sentences" aria-label={say(WORDS.says)}>
              {sentences.map((sentence) => (
                <li key={sentence.en}>{say(sentence)}</li>
              ))}
            </ul>
          )}
          {blocks
            .filter((block) => !comparesEditions(block))
            .map((block) => (
              <Block
                key={block.id}
                block={block}
                after={<AddButton edition={imprint.edition} chapter={chapter} number={number} block={block} />}
              >
                {drawnFrom(table, block).map((figure) => (
                  <BlockFigure
                    key={figure.id}
                    figure={figure}
                    blocks={blocks}
                    imprint={imprint}
                    title={findings.find((one) => one.figure === figure.id)?.title}
                  />
                ))}
              </Block>
            ))}
          <EditionsBeside blocks={blocks.filter(comparesEditions)} />
        </>
      )}
      <div className="table-notes">
        <ul>
          {!silent && <li>{say(policyNote(imprint.policy))}</li>}
          {notes.map((note) => (
            <li key={note.en}>{say(note)}</li>
          ))}
        </ul>
        <p>
          {say(WORDS.cite)}
          {say({ ja: '：', en: ': ' })}
          {say(citation)}
        </p>
      </div>
    </article>
  )
}

const comparesEditions = (block: PrintedBlock): boolean => block.kind === 'derived' && block.editions !== undefined

/** Folded away: who reads one edition is not kept waiting by all of them. */
function EditionsBeside({ blocks }: { blocks: readonly PrintedBlock[] }) {
  const { say } = useLanguage()
  if (blocks.length === 0) return null
  return (
    <details className="book-beside">
      <summary>{say(WORDS.beside)}</summary>
      {blocks.map((block) => (
        <Block key={block.id} block={block} />
      ))}
    </details>
  )
}
