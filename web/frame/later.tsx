/**
 * A part of a page that is fetched when it is shown. Where the line drops the rest of the page stays as it is, and the part can be asked for
 * again: an error in its place would take the whole page, with what was written on it.
 */
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

interface WhileAway {
  /** Stands there until the part has come. */
  readonly waiting?: ReactNode
  /** Nobody is told that it did not come. */
  readonly quiet?: boolean
}

export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting = null, quiet = false }: WhileAway = {},
): (props: Props) => ReactNode {
  let known: ComponentType<Props> | null = null
  return function Later(props: Props) {
    const [part, setPart] = useState<{ readonly shown: ComponentType<Props> } | 'lost' | null>(() => known && { shown: known })
    const ask = useCallback(() => {
      load().then(
        (shown) => {
          known = shown
          setPart({ shown })
        },
        () => setPart('lost'),
      )
    }, [])
    // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once; again where somebody presses
    useEffect(() => {
      if (!part) ask()
    }, [ask])
    if (part === 'lost') return quiet ? null : <Lost onAgain={ask} />
    if (!part) return waiting
    const { shown: Part } = part
    return <Part {...props} />
  }
}

function Lost({ onAgain }: { readonly onAgain: () => void }) {
  const { tell } = useLanguage()
  return (
    <div className="trouble" role="alert">
      <p>{tell(WORDS.noConnection)}</p>
      <p>
        <button type="button" onClick={onAgain}>
          {tell(WORDS.again)}
        </button>
      </p>
    </div>
  )
}
