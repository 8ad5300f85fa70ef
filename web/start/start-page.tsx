/** Where a reader begins: what this is, which edition stands, and ways on. */

import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { NothingPublished } from '../frame/nothing-published.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function StartPage() {
  const { say, to } = useLanguage()
  const { loaded, published, fictional } = useEditions()
  const newest = published[0]
  return (
    <Frame page="start" title={WORDS.title} fictional={fictional}>
      <section className="opening">
        <h1>{say(WORDS.heading)}</h1>
        <p className="lead">{say(WORDS.lead)}</p>
        <div className="opening-edition" aria-live="polite">
          {loaded.state === 'here' &&
            (newest ? <p>{say(WORDS.editionIs(newest.id))}</p> : <NothingPublished text={FRAME_WORDS.nothingPublished} />)}
        </div>
        <a className="button main-action" href={to('/book')}>
          {say(WORDS.open)}
        </a>
      </section>
      <section>
        <h2>{say(WORDS.others)}</h2>
        <ul className="ways">
          <li>
            <a href={to('/explore')}>{say(WORDS.explore)}</a>
            <p>{say(WORDS.exploreWhat)}</p>
          </li>
          <li>
            <a href={to('/workbench')}>{say(WORDS.workbench)}</a>
            <p>{say(WORDS.workbenchWhat)}</p>
          </li>
          <li>
            <a href={to('/questionnaire')}>{say(WORDS.questionnaire)}</a>
            <p>{say(WORDS.questionnaireWhat)}</p>
          </li>
          <li>
            <a href={to('/import')}>{say(WORDS.import)}</a>
            <p>{say(WORDS.importWhat)}</p>
          </li>
        </ul>
      </section>
      <section>
        <h2>{say(WORDS.how)}</h2>
        <ol className="stages">
          {[WORDS.steps1, WORDS.steps2, WORDS.steps3, WORDS.steps4].map((step) => (
            <li key={step.en}>{say(step)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{say(WORDS.refuses)}</h2>
        <p>{say(WORDS.refusesWhat)}</p>
      </section>
    </Frame>
  )
}
