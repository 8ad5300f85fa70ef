/** Shares in easy words, for headlines. The exact figures always stand beside them. */
import { type Text, text } from '../../../survey-schema/text.ts'

/** From this percentage on, up to the next row. What the words say is within five points of every percentage of its row. English stands before "cases". */
export const ROUNDED: readonly (readonly [from: number, words: Text])[] = [
  [95, text('ほぼすべて', 'nearly all')],
  [86, text('約9割', 'about nine in ten')],
  [78, text('約8割', 'about eight in ten')],
  [72, text('約4分の3', 'about three in four')],
  [64, text('約3分の2', 'about two in three')],
  [55, text('約6割', 'about six in ten')],
  [45, text('約半数', 'about half of the')],
  [37, text('約4割', 'about four in ten')],
  [32, text('約3分の1', 'about one in three')],
  [28, text('約3割', 'about three in ten')],
  [23, text('約4分の1', 'about one in four')],
  [17, text('約2割', 'about one in five')],
  [12, text('約7分の1', 'about one in seven')],
  [8, text('約1割', 'about one in ten')],
  [0, text('1割未満', 'fewer than one in ten')],
]

/** @param percent whole percent, 0 to 100 @example roundedWords(54) // { ja: '約半数', en: 'about half of the' } */
export const roundedWords = (percent: number): Text => ROUNDED.find(([from]) => percent >= from)![1]
