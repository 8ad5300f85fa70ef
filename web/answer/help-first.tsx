/** Help stands before everything else: telephones that speak the language of the page first, then the others. */
import type { Network } from '../answer-shapes.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function HelpFirst({ hotlines }: { readonly hotlines: Network['hotlines'] }) {
  const { spoken, tell } = useLanguage()
  const speaks = spoken.split('-')[0] as string
  const own = hotlines.filter(({ languages }) => languages.some((tag) => tag.split('-')[0] === speaks))
  const others = hotlines.filter((hotline) => !own.includes(hotline))
  return (
    <section className="help-first" aria-labelledby="help-title">
      <h2 id="help-title">{tell(WORDS.helpHeading)}</h2>
      <p className="lead">{tell(WORDS.needNot)}</p>
      {own.length > 0 ? <Hotlines hotlines={own} /> : <p>{tell(WORDS.noHotlines)}</p>}
      {others.length > 0 && (
        <details>
          <summary>{tell(WORDS.otherLanguages)}</summary>
          <Hotlines hotlines={others} />
        </details>
      )}
    </section>
  )
}

function Hotlines({ hotlines }: { readonly hotlines: Network['hotlines'] }) {
  const { sayAll } = useLanguage()
  return (
    <ul className="hotlines">
      {hotlines.map(({ name, telephone, hours, languages }) => (
        <li key={`${name} ${telephone}`}>
          <span>{name}</span>
          <a href={`tel:${telephone.replaceAll(' ', '')}`} translate="no">
            {telephone}
          </a>
          <span className="quiet">
            {sayAll([...(hours ? [hours] : []), ...languages.map(inItself)].map((text) => ({ ja: text, en: text })))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The language in its own words, for those who look for it. */
function inItself(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
