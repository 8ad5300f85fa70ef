/** The same words for every code that could be one, so that nobody learns from them whether a case is held (P33). */
export const WITHDRAWING = {
  en: 'If a case with this code is held, it will be gone within five minutes. If it was counted in a printed edition, those figures stay.',
  ja: 'この番号の事例があれば、5分以内に消去されます。すでに公表された版で集計されている場合、その数値は変わりません。',
} as const
