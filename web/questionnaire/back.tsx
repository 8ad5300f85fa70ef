import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function Back({ onBack }: { readonly onBack: () => void }) {
  const { tell } = useLanguage()
  return (
    <button type="button" onClick={onBack}>
      {tell(WORDS.back)}
    </button>
  )
}
