/** Phrases of the questionnaire, section H: pay. Debts have a file of their own. */
import { about, type PhraseRows, said } from './rows.ts'

export const PHRASES_H_PAY = {
  pay_received: {
    ...about('pay received for the work', '働いた対価として受け取ったもの', 'where the pay is known', '受け取った対価が分かる'),
    categories: {
      nothing: said('involved no pay at all', '働いた対価を何も受け取っていなかった', 'without any pay', '対価を何も受け取っていなかった人の', 'no pay', '対価なし'),
      pocket_money: said('involved only small or irregular payments', '少額または不定期の支払いしか受けていなかった', 'with only small or irregular payments', '少額または不定期の支払いしか受けていなかった人の', 'small or irregular payments', '少額または不定期の支払い'),
      tips_only: said('involved no pay other than tips', 'チップしか受け取っていなかった', 'with tips as the only pay', 'チップしか受け取っていなかった人の', 'tips only', 'チップのみ'),
      below_promise: said('involved less pay than promised', '約束より少ない額しか受け取っていなかった', 'with less pay than promised', '約束より少ない額しか受け取っていなかった人の', 'less than promised', '約束より少ない額'),
      as_promised: said('involved pay as promised', '約束どおりの額を受け取っていた', 'with pay as promised', '約束どおりの額を受け取っていた人の', 'as promised', '約束どおりの額'),
    },
  },
} as const satisfies PhraseRows<'pay_received'>
