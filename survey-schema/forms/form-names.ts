/** Names of the form beside those of the questions: whoever writes the form and whoever reads what comes back share them. */

export const FORM_ID = 'jnatip_case'

/** The part of the form that holds a section. */
export const partName = (section: string) => `part_${section}`

/** Why there is no year. */
export const yearState = (id: string) => `${id}_state`

/** Whether any organisation was reached. */
export const STEPS_STATE = 'contact_steps_state'
export const STEPS = { reached: 'reached', none: 'none_reached', notAsked: 'not_asked' } as const
