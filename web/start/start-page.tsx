/** Where a reader begins: the newest figures, what this is, who runs it, what it promises, how to take part, and how to get help. */

import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { NothingPublished } from '../frame/nothing-published.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { HeadlineCards } from './headline-cards.tsx'
import { HelpNow } from './help-now.tsx'
import { WORDS as READER } from './reader-words.ts'
import { WORDS } from './words.ts'

const PROMISES = [
  READER.promise1,
  READER.promise2,
  READER.promise3,
  READER.promise4,
  READER.promise5,
  READER.promise6,
  READER.promise7,
  READER.promise8,
  READER.promise9,
] as const

export function StartPage() {
  const { tell, to } = useLanguage()
  const { loaded, published, fictional } = useEditions()
  const newest = published[0]
  return (
    <Frame page="start" title={WORDS.title} fictional={fictional}>
      <section className="opening">
        <h1>{tell(WORDS.heading)}</h1>
        <p className="opening-help">
          <a href="#help-now">{tell(READER.toHelp)}</a>
        </p>
        <div className="opening-edition" aria-live="polite">
          {loaded.state === 'here' &&
            (newest ? <p>{tell(WORDS.editionIs(newest.id))}</p> : <NothingPublished text={FRAME_WORDS.nothingPublished} />)}
        </div>
        {newest && <HeadlineCards edition={newest.id} />}
        {newest && <p className="quiet">{tell(READER.figuresNote)}</p>}
        <p className="lead">{tell(WORDS.lead)}</p>
        <a className="button main-action" href={to('/book')}>
          {tell(WORDS.open)}
        </a>
      </section>
      <section>
        <h2>{tell(WORDS.others)}</h2>
        <ul className="ways">
          <li>
            <a href={to('/explore')}>{tell(WORDS.explore)}</a>
            <p>{tell(WORDS.exploreWhat)}</p>
          </li>
          <li>
            <a href={to('/workbench')}>{tell(WORDS.workbench)}</a>
            <p>{tell(WORDS.workbenchWhat)}</p>
          </li>
        </ul>
      </section>
      <section>
        <h2>{tell(READER.runs)}</h2>
        <p>{tell(READER.runsWhat)}</p>
      </section>
      <section>
        <h2>{tell(READER.promises)}</h2>
        <ul className="stages">
          {PROMISES.map((promise) => (
            <li key={promise.en}>{tell(promise)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{tell(WORDS.how)}</h2>
        <ol className="stages">
          {[WORDS.steps1, WORDS.steps2, WORDS.steps3, WORDS.steps4].map((step) => (
            <li key={step.en}>{tell(step)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{tell(WORDS.refuses)}</h2>
        <p>{tell(WORDS.refusesWhat)}</p>
      </section>
      <section>
        <h2>{tell(READER.part)}</h2>
        <p>{tell(READER.partWhat)}</p>
        <ul className="ways">
          <li>
            <a href={to('/questionnaire')}>{tell(WORDS.questionnaire)}</a>
            <p>{tell(WORDS.questionnaireWhat)}</p>
          </li>
          <li>
            <a href={to('/import')}>{tell(WORDS.import)}</a>
            <p>{tell(WORDS.importWhat)}</p>
          </li>
        </ul>
      </section>
      <HelpNow />
    </Frame>
  )
}
