/** A sentence of the findings: its figures stand out, and the table that they are from is one step away. */
import { piecesOf } from '../../analysis/publication/formats/sentence-pieces.ts'
import type { PlacedSentence } from '../../survey-schema/release/findings.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function SentenceWords({ sentence }: Pick<PlacedSentence, 'sentence'>) {
  const { language } = useLanguage()
  return piecesOf(sentence, language).map(({ text, number }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence does not change its pieces
    number ? <strong key={at}>{text}</strong> : text,
  )
}

interface SentenceOfTableProps {
  readonly placed: PlacedSentence
  readonly tableAddress: (number: string) => string
}

export function SentenceOfTable({ placed: { sentence, table }, tableAddress }: SentenceOfTableProps) {
  const { say } = useLanguage()
  return (
    <>
      <SentenceWords sentence={sentence} />{' '}
      <a className="book-reference" href={tableAddress(table)}>
        {say(WORDS.table(table))}
      </a>
    </>
  )
}
