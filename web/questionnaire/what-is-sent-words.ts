/** What the form says of what is sent, before it is. */
import { pageWords } from '../language/page-words.ts'

export const SENT_WORDS = pageWords('whatIsSent', {
  heading: { ja: '送信するもの', en: 'What is sent' },
  answered: (answers: number) => ({
    ja: `${answers}個の答え（下の一覧にあるものだけ）。`,
    en: answers === 1 ? '1 answer, in the list below, and nothing else.' : `${answers} answers, those in the list below, and nothing else.`,
  }),
  notAsked: (questions: number) => ({
    ja: `記入のない${questions}問は「確認していない・記録なし」になります。`,
    en:
      questions === 1
        ? '1 question without an answer counts as not asked.'
        : `${questions} questions without an answer count as not asked.`,
  }),
  reference: {
    ja: '事例の符号は、団体の秘密の鍵があれば、この端末で別の値に置き換えてから送ります。鍵がなければ、届いたときに置き換わります。',
    en: 'The case reference is replaced on this machine where your organisation has a secret, and on arrival where it has none.',
  },
  coarser: { ja: '日付は年だけにしました。', en: 'Dates were made coarser: only their year is sent.' },
  leftBehind: {
    ja: 'ほかの答えにより不要になったため、送らない答え：',
    en: 'Left out, because another answer means that the question does not apply:',
  },
})
