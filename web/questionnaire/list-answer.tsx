/** One answer from a long list, found by typing. */
import type { ControlProps } from './choices.tsx'
import { Combobox } from './combobox.tsx'
import { useList } from './use-list.ts'

export function ListAnswer({ question, name, answer, describedBy, invalid, onAnswer, labelledBy }: ControlProps & { labelledBy: string }) {
  return (
    <Combobox
      id={`${name}-first`}
      groups={useList(question)}
      chosen={typeof answer === 'string' ? answer : null}
      labelledBy={labelledBy}
      describedBy={describedBy}
      invalid={invalid}
      onChoose={onAnswer}
    />
  )
}
