/** Where what an author wrote is kept, and how it is removed: asked once, then done. */
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { isEmpty } from './collection.ts'
import { forget, useCollection, useStays } from './kept.ts'
import { WORDS } from './words.ts'

export function ForgetPart() {
  const { say } = useLanguage()
  const collection = useCollection()
  const stays = useStays()
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The harmless answer is the one at hand.
    if (asking) keep.current?.focus()
  }, [asking])
  return (
    <div className="kept-here">
      <p>{say(stays ? WORDS.private : WORDS.notKept)}</p>
      {asking ? (
        <fieldset>
          <legend>{say(WORDS.forgetSure)}</legend>
          <div className="form-actions">
            <button ref={keep} type="button" onClick={() => setAsking(false)}>
              {say(WORDS.forgetNo)}
            </button>
            <button
              type="button"
              onClick={() => {
                forget()
                setAsking(false)
                setDone(true)
              }}
            >
              {say(WORDS.forgetYes)}
            </button>
          </div>
        </fieldset>
      ) : (
        <button
          type="button"
          disabled={isEmpty(collection)}
          onClick={() => {
            setDone(false)
            setAsking(true)
          }}
        >
          {say(WORDS.forget)}
        </button>
      )}
      <p role="status">{done && isEmpty(collection) && say(WORDS.forgotten)}</p>
    </div>
  )
}
