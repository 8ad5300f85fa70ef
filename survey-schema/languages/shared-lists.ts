/** Code lists of several questions, by the name under which a further language translates them once. */
import { AGE_BANDS, ASSISTANCE, IMAGE_SCALE, YES_NO } from '../questionnaire/shared-codes.ts'

export const SHARED_LISTS = { yes_no: YES_NO, age_bands: AGE_BANDS, image_scale: IMAGE_SCALE, assistance: ASSISTANCE } as const
