/** The newest figures at a glance, each a way to its whole table. */
import { viewOfJsonStat } from '../../analysis/publication/figures/views/released-view.ts'
import { numeral, type Text } from '../../survey-schema/text.ts'
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { useLanguage } from '../language/language.tsx'
import { HEADLINES, type HeadlineFigure, largest, largestRoutes } from './headlines.ts'
import { WORDS } from './reader-words.ts'

export function HeadlineCards({ edition }: { readonly edition: string }) {
  const { language, to } = useLanguage()
  const of = `edition=${encodeURIComponent(edition)}`
  return (
    <div className="headlines">
      <Card edition={edition} key={`routes ${language}`} name="routes" title={WORDS.routes} address={to(`/book?${of}&chapter=routes`)} />
      <Card
        edition={edition}
        key={`origins ${language}`}
        name="origins"
        title={WORDS.origins}
        address={to(`/explore?${of}&rows=${HEADLINES.origins.rows}`)}
      />
      <Card
        edition={edition}
        key={`contact ${language}`}
        name="contact"
        title={WORDS.contact}
        address={to(`/explore?${of}&rows=${HEADLINES.contact.rows}`)}
      />
    </div>
  )
}

interface CardProps {
  readonly edition: string
  readonly name: keyof typeof HEADLINES
  readonly title: Text
  readonly address: string
}

function Card({ edition, name, title, address }: CardProps) {
  const { tell, language } = useLanguage()
  const loaded = useAnswer(`${edition} ${name} ${language}`, () => client.table({ edition, ...HEADLINES[name] }, language, viewOfJsonStat))
  const figures: readonly HeadlineFigure[] =
    loaded.state !== 'here' ? [] : name === 'routes' ? largestRoutes(loaded.value) : largest(loaded.value)
  return (
    <section className="headline">
      <h2>{tell(title)}</h2>
      <ol>
        {figures.map(({ label, figure }) => (
          <li key={label}>
            <span>{label}</span> <strong>{tell(WORDS.cases(numeral(figure)))}</strong>
          </li>
        ))}
      </ol>
      {loaded.state === 'here' && figures.length === 0 && <p>{tell(WORDS.noneShown)}</p>}
      <a href={address}>{tell(WORDS.wholeTable)}</a>
    </section>
  )
}
