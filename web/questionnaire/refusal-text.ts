/** Why a case was not taken in, and what to do now. Pressing "send" again is always safe: it can never store the case twice. */
import { PROBLEMS } from '../../survey-schema/problem.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { Refused } from '../client.ts'
import { pageWords } from '../language/page-words.ts'

export const ADVICE = pageWords('refusals', {
  'no-connection': {
    ja: '通信が途切れました。記入内容はこの画面に残っています。もう一度「送信する」を押してください。二重に登録されることはありません。',
    en: 'The connection was lost. Your answers are still here. Press “Send” again: the case cannot be stored twice.',
  },
  busy: {
    ja: 'いま混み合っています。少し待って、もう一度「送信する」を押してください。二重に登録されることはありません。',
    en: 'The server is busy. Wait a little and press “Send” again: the case cannot be stored twice.',
  },
  internal: {
    ja: 'うまく届きませんでした。もう一度「送信する」を押してください。二重に登録されることはありません。',
    en: 'That did not work. Press “Send” again: the case cannot be stored twice.',
  },
  unauthorized: {
    ja: 'この鍵では送信できません。団体の鍵をもう一度確かめてください。',
    en: 'This key was not accepted. Please check your organisation’s key.',
  },
  'secret-needed': {
    ja: '貴団体の事例には署名が必要です。秘密の鍵も入力してください。何も送っていません。',
    en: 'Your organisation signs its cases: enter its secret too. Nothing was sent.',
  },
  'secret-unknown': {
    ja: 'この秘密の鍵は貴団体のものとして登録されていません。もう一度確かめてください。何も送っていません。',
    en: 'This secret is not registered for your organisation. Please check it. Nothing was sent.',
  },
  'case-exists': {
    ja: '同じ符号の事例が、すでに貴団体から届いています。別の事例であれば、最初の区分で符号を変えてください。',
    en: 'Your organisation has already sent a case with this case reference. If this is another case, change the case reference in the first part.',
  },
  'already-counted': {
    ja: '同じ符号の事例は、締め切られた版ですでに数えています。改めて送る必要はありません。',
    en: 'A case with this case reference was counted in a closed edition. There is no need to send it again.',
  },
  'no-open-edition': {
    ja: 'いまは受け付けている版がありません。何も保存していません。',
    en: 'No edition is open at the moment. Nothing was stored.',
  },
  'invalid-submission': {
    ja: '受け付けられない答えがあります。印の付いた質問を見直してください。何も保存していません。',
    en: 'Some answers were not accepted. Please look at the questions that are marked. Nothing was stored.',
  },
  'case-withdrawn': {
    ja: '同じ符号の事例は取り下げられています。再び登録することはできません。',
    en: 'A case with this case reference was withdrawn and is not taken in again.',
  },
  'edition-changed': {
    ja: '受付中の版が変わりました。もう一度「送信する」を押してください。何も保存していません。',
    en: 'Another edition has opened meanwhile. Press “Send” again. Nothing was stored.',
  },
  'outdated-page': {
    ja: 'この画面は古くなっています。答えを控えて、ページを読み込み直してください。何も保存していません。',
    en: 'This page is out of date. Note your answers and load the page again. Nothing was stored.',
  },
})

/** Refusals that only a page of another version, or a fault of ours, can meet. */
const OUTDATED = ['unknown-key', 'invalid-json', 'record-differs', 'signature-required', 'secret-required', 'idempotency-mismatch']

export function refusalText({ slug }: Refused): Text {
  if (Object.hasOwn(ADVICE, slug)) return ADVICE[slug as keyof typeof ADVICE]
  if (OUTDATED.includes(slug)) return ADVICE['outdated-page']
  return (PROBLEMS[slug as keyof typeof PROBLEMS] as Text | undefined) ?? ADVICE.internal
}
