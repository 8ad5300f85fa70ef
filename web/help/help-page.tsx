/** What each person can do here, a section for each: what it is for, how to begin, and the page where it is done. */
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { ROLES } from './roles.ts'
import { WORDS } from './words.ts'

export function HelpPage() {
  const { tell, say, to } = useLanguage()
  const { fictional } = useEditions()
  return (
    <Frame page="help" title={WORDS.title} fictional={fictional}>
      <h1>{tell(WORDS.title)}</h1>
      <nav aria-label={say(WORDS.roles)}>
        <ul className="help-roles">
          {ROLES.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{tell(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {ROLES.map(({ id, name, steps, pages }) => (
        <section key={id} id={id}>
          <h2>{tell(name)}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{tell(step)}</li>
            ))}
          </ol>
          <p className="help-pages">
            {pages.map((page) => (
              <a key={page.path} className="button" href={to(page.path)}>
                {tell(page.name)}
              </a>
            ))}
          </p>
        </section>
      ))}
    </Frame>
  )
}
