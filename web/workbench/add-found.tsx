/** Puts a table that was found by its variables into the collection. It is asked for in the form of the book once it is wanted. */
import { useState } from 'react'
import type { PrintedBlock } from '../../survey-schema/release/book.ts'
import { client, type Refused, type TableQuestion } from '../client.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { AddButton } from './add-button.tsx'
import { added, FOUND, pickedFrom } from './collection.ts'
import { change } from './kept.ts'
import { asAsked } from './resolved.ts'
import { WORDS } from './words.ts'

export default function AddFound({ request }: { request: TableQuestion }) {
  const { say } = useLanguage()
  const [block, setBlock] = useState<PrintedBlock | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const number = request.columns ? `${request.rows},${request.columns}` : request.rows
  if (block) return <AddButton edition={request.edition} chapter={FOUND} number={number} block={block} />
  const add = () =>
    client.tableBlock(request).then(
      (found) => {
        const asked = asAsked(found.block, request.rows)
        change((now) => added(now, pickedFrom(request.edition, FOUND, number, asked)))
        setBlock(asked)
      },
      (reason: Refused) => setRefusal(reason),
    )
  return (
    <>
      <button type="button" className="plain add-here" onClick={add}>
        {say(WORDS.addHere)}
      </button>
      {refusal && <Waiting loaded={{ state: 'refused', refusal }} />}
    </>
  )
}
