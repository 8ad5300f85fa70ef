/** The entries of a list in the order of the page's language; names in further languages come as soon as they are loaded. */
import { useEffect, useMemo, useState } from 'react'
import type { Question } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import { type EntryGroup, type FurtherNames, groupsOfList } from './list-entries.ts'

const NONE: FurtherNames = () => []
/** Fetched before a list is opened: a line that drops later keeps nobody from finding a country. */
export const placeNames = () => import('./place-names.ts')

export function useList(question: Question): readonly EntryGroup[] {
  const { spoken, say } = useLanguage()
  const [further, setFurther] = useState<{ readonly names: FurtherNames }>({ names: NONE })
  const { list } = question
  useEffect(() => {
    if (list === null) return
    placeNames().then(
      ({ namesOfPlace }) => setFurther({ names: namesOfPlace }),
      () => {},
    )
  }, [list])
  return useMemo(() => {
    const groups = groupsOfList(question, further.names)
    // Prefectures have an order of their own, from north to south.
    if (list !== 'iso3166_1_alpha2') return groups
    const { compare } = new Intl.Collator(spoken)
    return groups.map(({ title, entries }) => ({
      title,
      entries: title === null ? entries : entries.toSorted((one, other) => compare(say(one.label), say(other.label))),
    }))
  }, [question, list, further, spoken, say])
}
