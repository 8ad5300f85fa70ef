/** Puts a table into the collection of this browser. The server is asked for tables as any reader asks, and told nothing of the collection. */
import type { PrintedBlock } from '../../survey-schema/release/book.ts'
import { useLanguage } from '../language/language.tsx'
import { added, holds, keyOf, MOST, pickedFrom } from './collection.ts'
import { change, useCollection } from './kept.ts'
import { WORDS } from './words.ts'

interface AddButtonProps {
  readonly edition: string
  readonly chapter: string
  readonly number: string
  readonly block: PrintedBlock
  /** Beside the name of the block, where it need not be said what it is added to. */
  readonly short?: boolean
}

export function AddButton({ edition, chapter, number, block, short = false }: AddButtonProps) {
  const { say, to } = useLanguage()
  const collection = useCollection()
  const held = holds(collection, keyOf({ edition, block: block.id }))
  if (held) return <span className="add-held">{short ? say(WORDS.inIt) : <a href={to('/workbench')}>{say(WORDS.addedHere)}</a>}</span>
  if (collection.tables.length >= MOST) return <span className="quiet">{say(WORDS.full(MOST))}</span>
  return (
    <button
      type="button"
      className={short ? undefined : 'plain add-here'}
      aria-label={say(WORDS.addNamed(`${say(block.caption)} ${say(block.period)}`))}
      onClick={() => change((now) => added(now, pickedFrom(edition, chapter, number, block)))}
    >
      {say(short ? WORDS.addOne : WORDS.addHere)}
    </button>
  )
}
