/** The blocks of a printed table, each with its base and period above and its notes below. */
import { Fragment, type ReactNode } from 'react'
import { cellAt, printedAxes } from '../../analysis/publication/released-cells.ts'
import type { DerivedBlock, JourneysBlock, PrintedBlock, TableBlock } from '../../survey-schema/release/book.ts'
import type { ReleasedJourneyNode } from '../../survey-schema/release/released-table.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { BookCell, figureText } from './book-cell.tsx'
import { WORDS } from './words.ts'

/** @param children its drawings, between its name and its figures @param after stands below its notes */
export function Block({ block, children, after }: { block: PrintedBlock; children?: ReactNode; after?: ReactNode }) {
  const { say } = useLanguage()
  return (
    <div className="book-block" id={block.id}>
      <h3 id={`${block.id}-caption`}>{say(block.caption)}</h3>
      <p className="table-base">
        <span>{say(block.period)}</span>
        {block.bases.map(({ words, cell }) => (
          <span key={words.en}>
            {say(words)} {'figure' in cell ? figureText(cell, say) : 'x'}
          </span>
        ))}
      </p>
      {children}
      <Figures block={block} />
      <div className="table-notes">
        {block.kind === 'table' && block.shareOf && <p>{say(block.shareOf)}</p>}
        {block.kind === 'table' && block.statistics && <p className="book-statistics">{say(block.statistics)}</p>}
        <ul>
          {block.notes.map((note) => (
            <li key={note.en}>{say(note)}</li>
          ))}
        </ul>
        <p>{say(block.source)}</p>
        <details className="technical">
          <summary>{say(WORDS.technical)}</summary>
          <p className="checksum">{say(WORDS.checksum(block.checksum.slice(0, 16)))}</p>
        </details>
      </div>
      {after}
    </div>
  )
}

/** `5.3`; the same question may stand in several tables, and a region needs a name of its own. */
const numberOf = ({ id }: PrintedBlock): string => id.split('-').slice(1, 3).join('.')

function Figures({ block }: { block: PrintedBlock }) {
  const { say } = useLanguage()
  const table =
    block.kind === 'routes' ? <Routes block={block} /> : block.kind === 'derived' ? <Derived block={block} /> : <Released block={block} />
  const wide = block.kind === 'derived' ? block.head.length > 3 : block.kind === 'table' && block.columns.length > 0
  if (!wide) return table
  const name = say(WORDS.scroll(`${numberOf(block)} ${say(block.caption)} ${say(block.period)}`))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scrolls" aria-label={name} tabIndex={0}>
      {table}
    </section>
  )
}

function Released({ block }: { block: TableBlock }) {
  const { say, language } = useLanguage()
  const { table, rowAxis, rows, columns, shares } = block
  const [down, across] = printedAxes(table, rowAxis)
  return (
    <table className={`figures ${across ? 'crossed' : ''}`} aria-labelledby={`${block.id}-caption`}>
      <thead>
        <tr>
          {across ? (
            <td className="corner">
              <span>{down[language]}</span>
              <span>{across[language]}</span>
            </td>
          ) : (
            <th scope="col">{down[language]}</th>
          )}
          {across ? (
            columns.map((column) => (
              <th key={across.lines[column]?.code} scope="col" className="figure">
                {across.lines[column]?.[language]}
              </th>
            ))
          ) : (
            <>
              <th scope="col" className="figure">
                {say(WORDS.cases)}
              </th>
              <th scope="col" className="figure">
                {say(WORDS.share)}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => {
          const line = down.lines[row]
          return (
            <tr key={line?.code} className={line?.role === 'value' || line?.role === 'rest' ? undefined : 'frame-line'}>
              <th scope="row">{line?.[language]}</th>
              {across ? (
                columns.map((column, at) => (
                  <BookCell
                    key={across.lines[column]?.code}
                    cell={cellAt(table, rowAxis, row, column)}
                    share={shares?.[place]?.[at] ?? null}
                  />
                ))
              ) : (
                <>
                  <BookCell cell={cellAt(table, rowAxis, row, 0)} />
                  <ShareCell share={shares?.[place]?.[0] ?? null} withheld={cellAt(table, rowAxis, row, 0).status === 'withheld'} />
                </>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Where the figure is withheld so is its share; a share without a base that carries one is left out, as the note says. */
function ShareCell({ share, withheld }: { share: Text | null; withheld: boolean }) {
  const { say } = useLanguage()
  return withheld ? <BookCell cell={{ status: 'withheld' }} /> : <td className="figure">{share && say(share)}</td>
}

function Derived({ block }: { block: DerivedBlock }) {
  const { say, language } = useLanguage()
  const [name, ...heads] = block.head
  return (
    <table className={`figures ${heads.length > 2 ? 'crossed' : ''}`} aria-labelledby={`${block.id}-caption`}>
      <thead>
        <tr>
          <th scope="col">{name && say(name)}</th>
          {heads.map((head) => (
            <th key={head.en} scope="col" className="figure">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(({ line, cells }) => (
          <tr key={line.code}>
            <th scope="row">{line[language]}</th>
            {cells.map(({ cell }, at) =>
              cell.status === 'text' ? (
                <td key={heads[at]?.en} className="figure book-text">
                  {say(cell.words)}
                </td>
              ) : (
                <BookCell key={heads[at]?.en} cell={cell} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Routes({ block }: { block: JourneysBlock }) {
  const { say } = useLanguage()
  return (
    <table className="figures tree" aria-labelledby={`${block.id}-caption`}>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.step)}</th>
          <th scope="col" className="figure">
            {say(WORDS.cases)}
          </th>
        </tr>
      </thead>
      <tbody>
        <JourneyRows nodes={block.routes.origins} above={[]} />
      </tbody>
    </table>
  )
}

function JourneyRows({ nodes, above }: { nodes: readonly ReleasedJourneyNode[]; above: readonly string[] }) {
  const { language } = useLanguage()
  return nodes.map((node) => (
    <Fragment key={node.code}>
      <tr className={`tree-${above.length}${node.role === 'further' ? ' tree-further' : ''}`}>
        <th scope="row">
          <span className="unseen">{above.map((label) => `${label} → `).join('')}</span>
          {node[language]}
        </th>
        <BookCell cell={node.cell} />
      </tr>
      <JourneyRows nodes={node.children} above={[...above, node[language]]} />
    </Fragment>
  ))
}
