/** What an author wrote as it will look. Made of elements, never of markup: nothing that is typed can run or load anything. */
import type { ReactNode } from 'react'
import { type Run, type TextBlock, textBlocks } from './markdown.ts'

export const WrittenText = ({ markdown }: { markdown: string }) => (
  <div className="written-text">
    {textBlocks(markdown).map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name and no state
      <WrittenBlock key={place} part={part} />
    ))}
  </div>
)

function WrittenBlock({ part }: { part: TextBlock }) {
  // Not headings of this page: its outline is not the author's.
  if (part.kind === 'heading') return <p className={`written-heading written-heading-${part.level}`}>{part.runs.map(piece)}</p>
  if (part.kind === 'paragraph') return <p>{part.runs.map(piece)}</p>
  const List = part.ordered ? 'ol' : 'ul'
  return (
    <List>
      {part.items.map(({ depth, runs }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name and no state
        <li key={place} className={`written-depth-${depth}`}>
          {runs.map(piece)}
        </li>
      ))}
    </List>
  )
}

function piece({ text, strong, emphasis, address }: Run, place: number): ReactNode {
  const marked = emphasis ? <em>{text}</em> : text
  const heavy = strong ? <strong>{marked}</strong> : marked
  return address === undefined ? (
    <span key={place}>{heavy}</span>
  ) : (
    <a key={place} href={address} rel="noopener noreferrer nofollow" target="_blank">
      {heavy}
    </a>
  )
}
