/** Table 5.4 and its drawing 5.5: the tree of routes, as flows and as rows. */
import { Fragment } from 'react'
import { client, tableAddress } from '../client.ts'
import { FigureImage } from '../figures/figure-image.tsx'
import type { Branch } from '../figures/sankey.ts'
import { FIGURE_WORDS } from '../figures/words.ts'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { Cell } from '../tables/cell.tsx'
import type { ReleasedView } from '../tables/released-view.ts'
import { TableNotes } from '../tables/table-notes.tsx'
import { WORDS } from './words.ts'

const TREE = { rows: 'route_origin@country', columns: 'route_transit@country,exploitation_prefectures@area8' } as const
const TITLE = { ja: '主な移動経路（出身国→最初の経由国→国内の地方）', en: 'Main routes: origin, first transit, area in Japan' } as const
const LEARNS = { ja: '10人以上に共通する経路が分かる。', en: 'The routes that at least ten people share.' } as const

export function RouteTree({ edition }: { edition: string }) {
  const { say, language } = useLanguage()
  const request = { edition, ...TREE }
  const loaded = useAnswer(tableAddress(request, language, 'json-stat'), () => client.table(request, language))
  const title = say(TITLE)
  return (
    <article className="book-table">
      <h2>
        <span className="book-number">5.4</span> {title}
      </h2>
      <p className="book-learns">{say(LEARNS)}</p>
      {loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : (
        <>
          <FigureImage
            alt={say(FIGURE_WORDS.sankey(title))}
            drawn={`${loaded.value.checksum} ${language}`}
            paint={(width) => painted(loaded.value, width)}
          >
            <span>{say(WORDS.flows)}</span>
          </FigureImage>
          <TreeTable view={loaded.value} title={title} />
          <TableNotes view={loaded.value} notes={[WORDS.treeNote]} />
        </>
      )}
      <p className="files">
        <a href={tableAddress(request, language, 'csv')}>{say(WORDS.csv)}</a>
      </p>
    </article>
  )
}

function TreeTable({ view, title }: { view: ReleasedView; title: string }) {
  const { say } = useLanguage()
  return (
    <table className="figures tree">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say(WORDS.step)}</th>
          <th scope="col" className="figure">
            {say(WORDS.cases)}
          </th>
        </tr>
      </thead>
      <tbody>
        <TreeRows branches={branchesOf(view)} above={[]} />
      </tbody>
    </table>
  )
}

function TreeRows({ branches, above }: { branches: readonly Branch[]; above: readonly string[] }) {
  return branches.map((branch) => (
    <Fragment key={branch.code}>
      <tr className={`tree-${above.length}${branch.further ? ' tree-further' : ''}`}>
        <th scope="row">
          <span className="unseen">{above.map((label) => `${label} → `).join('')}</span>
          {branch.label}
        </th>
        <Cell cell={branch.figure === null ? { status: 'withheld' } : { status: 'shown', figure: branch.figure }} />
      </tr>
      <TreeRows branches={branch.branches} above={[...above, branch.label]} />
    </Fragment>
  ))
}

/** By published figure, withheld ones after them in code order, what is not shown by itself last. */
function branchesOf(view: ReleasedView): readonly Branch[] {
  const { lines } = view.rows
  const under = (parent: string | null): readonly Branch[] =>
    lines
      .flatMap((line, place): Branch[] => {
        const path = line.code.split('>')
        if ((path.slice(0, -1).join('>') || null) !== parent) return []
        const cell = view.cell(place, 0)
        return [
          {
            code: path.at(-1) ?? '',
            label: line.label,
            further: line.role === 'further',
            figure: cell.status === 'shown' ? cell.figure : null,
            branches: under(line.code),
          },
        ]
      })
      .sort((a, b) => Number(a.further) - Number(b.further) || (b.figure ?? -1) - (a.figure ?? -1))
  return under(null)
}

async function painted(view: ReleasedView, width: number) {
  const [{ sankey }, { draw }] = await Promise.all([import('../figures/sankey.ts'), import('../figures/draw.ts')])
  const made = sankey(branchesOf(view), width)
  return { svg: draw(made), size: made.size }
}
