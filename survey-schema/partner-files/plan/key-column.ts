/** What the case references of a whole column are: running numbers, names, or numbers that a format shows as something else. */
import { RunningKeys } from '../../identifiers/case-keys.ts'

export interface KeyColumn {
  /** References that are not empty. */
  readonly keys: number
  /** References that look like names of persons, with or without a year. */
  readonly names: number
  /** One prefix and growing numbers: they are no passport or national numbers, whatever they look like. */
  readonly running: boolean
  /** References that a number format shows otherwise than they are stored. */
  readonly shown: number
}

/** References whose letters are remembered; what comes after counts as new. */
const MOST_WORDS = 20_000
/** Fewer say nothing about their order. */
const FEWEST_RUNNING = 3
/** Shares of the references that go on with the numbers, and of those that do so in small steps. */
const GROWING = 0.95
const SMALL = 0.8
const SMALL_STEP = 50

const A_DAY = /^\D{0,6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

/** Words that offices put in front of a number. */
const OFFICE_WORDS =
  /^(?:case|ref|refer|reference|file|client|victim|survivor|record|row|num|number|nos?|key|code|intake|year|caso|kaso|exp|expediente|embassy|emb|ngo|shelter|unknown|total|ファイル|ケース|相談|事例|案件|整理|受付|番号|令和|平成|昭和|年度?|月|第|号|件|คดี|เคส|ราย)$/iu

const isName = (word: string): boolean => {
  if (OFFICE_WORDS.test(word)) return false
  if (/^\p{Script=Latin}[\p{Script=Latin}\p{M}'’]+$/u.test(word)) return word.length >= 3 && /[aeiouy]/iu.test(word.normalize('NFD'))
  if (/^\p{Script=Han}+$/u.test(word))
    return word.length >= 2 && !/番号|事例|事件|相談|受付|整理|案件|年度|令和|平成|昭和|第|支援/u.test(word)
  return word.length >= 3 && /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}\p{M}ー・]+$/u.test(word)
}

/** The words of a reference that could be a name, joined; empty where there is none. */
const nameIn = (key: string): string =>
  key.startsWith('=') ? '' : (key.normalize('NFKC').match(/[\p{L}\p{M}ー'’]+/gu) ?? []).filter(isName).join(' ').toLowerCase()

/** Looks at the references one after the other; nothing of them is in what it says. */
export class KeySight {
  #keys = 0
  #shown = 0
  #growing = 0
  #small = 0
  #days = 0
  #last = 0
  readonly #running = new RunningKeys()
  readonly #names = new Map<string, number>()
  #furtherNames = 0

  take(key: string, shown: boolean): void {
    this.#keys++
    if (shown) this.#shown++
    if (A_DAY.test(key)) this.#days++
    const number = Number(/\d{1,15}$/.exec(key)?.[0] ?? Number.NaN)
    if (this.#running.takes(key)) {
      this.#growing++
      if (this.#growing === 1 || number - this.#last <= SMALL_STEP) this.#small++
      this.#last = number
    }
    const name = nameIn(key)
    if (name === '') return
    const before = this.#names.get(name)
    if (before !== undefined || this.#names.size < MOST_WORDS) this.#names.set(name, (before ?? 0) + 1)
    else this.#furtherNames++
  }

  seen(): KeyColumn {
    // What stands in front of many numbers is a prefix.
    const isPrefix = (count: number) => count >= Math.max(3, this.#keys * 0.05) || (count >= 2 && count * 2 >= this.#keys)
    const names = [...this.#names.values()].filter((count) => !isPrefix(count)).reduce((sum, count) => sum + count, this.#furtherNames)
    return {
      keys: this.#keys,
      names,
      running:
        this.#keys >= FEWEST_RUNNING &&
        this.#growing >= this.#keys * GROWING &&
        this.#small >= this.#growing * SMALL &&
        this.#days * 2 < this.#keys,
      shown: this.#shown,
    }
  }
}
