/** What a browser shows in place of a refusal. It says the same for what does not exist and for what may not be seen. */
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

/** @param trouble the server is at fault, or busy */
export function RefusalPage({ trouble }: { readonly trouble: boolean }) {
  const { tell, to } = useLanguage()
  return (
    <Frame page="refusal" title={trouble ? WORDS.troubleTitle : WORDS.title} fictional={false}>
      <h1>{tell(trouble ? WORDS.trouble : WORDS.heading)}</h1>
      <p>{tell(trouble ? WORDS.troubleWhat : WORDS.what)}</p>
      {trouble ? (
        <p>
          <button type="button" className="main-action" onClick={() => window.location.reload()}>
            {tell(WORDS.again)}
          </button>
        </p>
      ) : (
        <p>
          <a className="button main-action" href={to('/')}>
            {tell(WORDS.start)}
          </a>
        </p>
      )}
    </Frame>
  )
}
