/** Whom to call now, as the network has set it. */
import { useEffect } from 'react'
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './reader-words.ts'

const PLACE = 'help-now'

export function HelpNow() {
  const { tell, spoken } = useLanguage()
  const loaded = useAnswer('hotlines', () => client.hotlines())
  const hotlines = loaded.state === 'here' ? loaded.value : []
  const here = loaded.state !== 'loading'
  useEffect(() => {
    // Who came for this from another page: it was not there when the page was loaded.
    if (here && window.location.hash === `#${PLACE}`) document.getElementById(PLACE)?.scrollIntoView()
  }, [here])
  const names = new Intl.DisplayNames([spoken], { type: 'language' })
  return (
    <section id={PLACE}>
      <h2>{tell(WORDS.helpNow)}</h2>
      {hotlines.length === 0 && <p>{tell(WORDS.noHotline)}</p>}
      <ul className="hotlines">
        {hotlines.map(({ name, telephone, hours, languages }) => (
          <li key={`${name} ${telephone}`}>
            <span>{name}</span> <a href={`tel:${telephone.replaceAll(/[^+0-9#*]/g, '')}`}>{telephone}</a>
            <span className="quiet">{[hours, languages.map((tag) => names.of(tag) ?? tag).join(', ')].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <p>{tell(WORDS.helpNote)}</p>
    </section>
  )
}
