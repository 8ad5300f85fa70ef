/** Why a case was not taken in, and what to do now. Pressing "send" again is always safe: it can never store the case twice. */
import { PROBLEMS } from '../../survey-schema/problem.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { Refused } from '../client.ts'

const ADVICE: Readonly<Record<string, Text>> = {
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
}

export function refusalText(refusal: Refused): Text {
  const known = PROBLEMS[refusal.slug as keyof typeof PROBLEMS] as Text | undefined
  return ADVICE[refusal.slug] ?? known ?? (ADVICE.internal as Text)
}
