/** How much one organisation may have waiting at a time, and what frees it, in the words that the organisation reads. */
import type { Text } from './text.ts'

export const QUOTAS = {
  /** Imports that are begun and not committed. */
  openImports: 20,
  /** Rows of those imports together, and so of one file: a staged case has a fixed size of some 500 bytes. */
  openImportRows: 200_000,
  /** Codes by which affected persons may answer, of one edition. */
  invitations: 5000,
  /** Questions and withdrawals of its own cases at once, and of each second after. */
  questions: 120,
  questionsEach: 10,
} as const

/** By rule. Each names the quota and what frees it, and says nothing of anybody else. */
export const QUOTA_RULES = {
  open_imports: {
    en: 'Your organisation has 20 imports that are begun and not finished. Send one of those files again to finish it; an import that nobody goes on with is erased after a day.',
    ja: '貴団体には、開始されたまま完了していない取り込みが20件あります。そのファイルのいずれかをもう一度送って完了してください。続きが送られない取り込みは、1日後に消去されます。',
  },
  open_import_rows: {
    en: 'The imports that your organisation has begun and not finished hold 200,000 rows together. Finish one of them first, or send this file in smaller pieces; an import that nobody goes on with is erased after a day.',
    ja: '貴団体の完了していない取り込みが、合わせて20万行に達しています。先にいずれかを完了するか、ファイルを分けて送ってください。続きが送られない取り込みは、1日後に消去されます。',
  },
  invitations: {
    en: 'Your organisation has made 5,000 invitations for this edition. Use those first; the next edition begins anew.',
    ja: '貴団体がこの版のために作成した招待が5,000件に達しています。まずそれらをお使いください。次の版では改めて作成できます。',
  },
  questions: {
    en: 'Your organisation asks or withdraws more than 10 times a second. Wait for some seconds.',
    ja: '貴団体からの照会または取り下げが毎秒10件を超えています。数秒待ってから続けてください。',
  },
} as const satisfies Readonly<Record<string, Text>>

export type QuotaRule = keyof typeof QUOTA_RULES
