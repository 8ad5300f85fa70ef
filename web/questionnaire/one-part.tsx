/** One part of the form with what leads on and back. */
import type { Text } from '../../survey-schema/text.ts'
import type { Issue } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { Back } from './back.tsx'
import { Extent } from './extent.tsx'
import { FormPart } from './form-part.tsx'
import type { FilledForm, FormStep } from './form-state.ts'
import { keyOfForm } from './keys-of-form.ts'
import { PartTitle } from './part-title.tsx'
import { PARTS, type PlaceInForm } from './places-in-form.ts'
import { RestOfPart } from './rest-of-part.tsx'
import { TroubleList } from './trouble-list.tsx'
import { WORDS } from './words.ts'

interface OnePartProps {
  /** Index into `PARTS`. */
  readonly current: number
  readonly form: FilledForm
  readonly coreOnly: boolean
  readonly shown: readonly Issue[]
  readonly troublesAt: (name: string) => readonly Text[]
  readonly onCoreOnly: (coreOnly: boolean) => void
  readonly onStep: (step: FormStep) => void
  readonly onGo: (place: PlaceInForm) => void
  readonly onNext: () => void
  readonly onBack: () => void
}

export function OnePart({ current, form, coreOnly, shown, troublesAt, onCoreOnly, onStep, onGo, onNext, onBack }: OnePartProps) {
  const { tell } = useLanguage()
  const part = PARTS[current]
  if (!part) return null
  return (
    <form
      className="part"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
      onKeyDown={(event) => keyOfForm(event, onNext)}
    >
      {current === 0 && <Extent coreOnly={coreOnly} onChange={onCoreOnly} />}
      <PartTitle part={current} />
      <TroubleList issues={shown} onGo={onGo} />
      <FormPart part={part} form={form} coreOnly={coreOnly} troublesAt={troublesAt} onStep={onStep} />
      <RestOfPart part={part} form={form} coreOnly={coreOnly} onStep={onStep} />
      <div className="form-actions">
        {current > 0 && <Back onBack={onBack} />}
        <button type="submit" className="main-action">
          {tell(WORDS.next)}
        </button>
      </div>
    </form>
  )
}
