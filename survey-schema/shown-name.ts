/** A name that people compare by eye before they sign: names that look alike are alike. */
import * as z from 'zod'

/** Characters that show nothing, or move and hide what stands beside them (Unicode: general category C, default ignorable, blanks of other kinds). */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u

/** One form for each name: compatibility characters as plain ones, single blanks, none at either end. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replaceAll(/\p{Z}+/gu, ' ')
    .trim()

/** Whether it is written as it has to be. */
export const isShownName = (name: string): boolean => name !== '' && plain(name) === name && !UNSEEN.test(name)

/** As somebody types it: brought into its one form, and refused where a character shows nothing. */
export const TypedName = z
  .string()
  .max(1000)
  .refine((name) => !UNSEEN.test(name), 'unseen_character')
  .overwrite(plain)
  .min(1)
  .max(200)
