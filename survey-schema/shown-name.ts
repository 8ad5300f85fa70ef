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

/** Alphabets with letters that cannot be told apart on a screen (Unicode TS 39, mixed-script confusables). */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** Two of them in one word: one of its letters pretends to be another. */
const isMixed = (name: string) =>
  name.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1)

/** Whether it is written as it has to be. */
export const isShownName = (name: string): boolean => name !== '' && plain(name) === name && !UNSEEN.test(name) && !isMixed(name)

/** As somebody types it: brought into its one form, and refused where a character shows nothing or pretends to be another. */
export const TypedName = z
  .string()
  .max(1000)
  .refine((name) => !UNSEEN.test(name), 'unseen_character')
  .overwrite(plain)
  .refine((name) => !isMixed(name), 'mixed_alphabets')
  .min(1)
  .max(200)
