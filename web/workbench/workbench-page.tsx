/** An author's workbench: tables of the book in an order of one's own, with words of one's own, as one file. */
import { useAnswer, useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { NothingPublished } from '../frame/nothing-published.tsx'
import { Waiting } from '../frame/waiting.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { AddTables } from './add-tables.tsx'
import { ChosenTables } from './chosen-tables.tsx'
import { ForgetPart } from './forget-part.tsx'
import { change, useCollection } from './kept.ts'
import { OwnWords } from './own-words.tsx'
import { loadSources, resolvedIn, sourcesOf } from './resolved.ts'
import { SavePart } from './save-part.tsx'
import { WORDS } from './words.ts'

export function WorkbenchPage() {
  const { say } = useLanguage()
  const { loaded, published, fictional } = useEditions()
  const collection = useCollection()
  const found = useAnswer(sourcesOf(collection.tables), () => loadSources(collection.tables))
  const resolved = found.state === 'here' ? resolvedIn(found.value, collection.tables) : null
  return (
    <Frame
      page="workbench"
      title={collection.tables.length === 0 ? WORDS.title : WORDS.titleWith(collection.tables.length)}
      fictional={fictional}
    >
      <h1>{say(WORDS.title)}</h1>
      <p>{say(WORDS.intro)}</p>
      <ForgetPart />
      <section aria-labelledby="whole-title">
        <h2 id="whole-title">{say(WORDS.whole)}</h2>
        <OwnWords
          titleLabel={WORDS.ownTitle}
          textLabel={WORDS.ownText}
          title={collection.title}
          text={collection.commentary}
          onTitle={(title) => change((now) => ({ ...now, title }))}
          onText={(commentary) => change((now) => ({ ...now, commentary }))}
        />
        <p className="quiet">{say(WORDS.markdown)}</p>
      </section>
      <ChosenTables collection={collection} resolved={resolved} />
      {found.state === 'refused' && <Waiting loaded={found} />}
      <SavePart collection={collection} resolved={resolved} />
      {loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : published.length === 0 ? (
        <NothingPublished text={FRAME_WORDS.nothingPublished} />
      ) : (
        <AddTables published={published} />
      )}
    </Frame>
  )
}
