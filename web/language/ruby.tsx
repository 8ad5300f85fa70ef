/** A text with the readings of its kanji over them. Browsers that know no ruby show them in brackets. */
import { Fragment } from 'react'
import type { FuriganaPart } from '../../survey-schema/languages/furigana.ts'

/** One element, so that a button takes it for one text. */
export function Ruby({ parts }: { readonly parts: readonly FuriganaPart[] }) {
  return (
    <span>
      {parts.map(({ text, reading }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which never change their order
        <Fragment key={place}>
          {reading === null ? (
            text
          ) : (
            <ruby>
              {text}
              <rp>（</rp>
              <rt>{reading}</rt>
              <rp>）</rp>
            </ruby>
          )}
        </Fragment>
      ))}
    </span>
  )
}
