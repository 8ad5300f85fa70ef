/** Who comes here and for what. A few sentences each: more is not read by those who look for help. */
import type { Text } from '../../survey-schema/text.ts'
import { WORDS } from './words.ts'

interface HelpSection {
  readonly id: string
  readonly name: Text
  readonly steps: readonly Text[]
  /** Where it is done; what stands first is done first. */
  readonly pages: readonly { readonly path: string; readonly name: Text }[]
}

export const ROLES: readonly HelpSection[] = [
  {
    id: 'affected',
    name: WORDS.affected,
    steps: [WORDS.affectedHelp, WORDS.affectedAnswer, WORDS.affectedWithdraw, WORDS.affectedFigures],
    pages: [
      { path: '/#help-now', name: WORDS.toHelpNow },
      { path: '/answer', name: WORDS.toAnswer },
      { path: '/withdraw', name: WORDS.toWithdraw },
    ],
  },
  {
    id: 'case-worker',
    name: WORDS.caseWorker,
    steps: [WORDS.caseWorkerKey, WORDS.caseWorkerSummary, WORDS.caseWorkerReceipt, WORDS.caseWorkerInvite],
    pages: [{ path: '/questionnaire', name: WORDS.toForm }],
  },
  {
    id: 'embassy',
    name: WORDS.embassy,
    steps: [WORDS.embassyFile, WORDS.embassyColumns, WORDS.embassyWords],
    pages: [{ path: '/import', name: WORDS.toImport }],
  },
  {
    id: 'analyst',
    name: WORDS.analyst,
    steps: [WORDS.analystSearch, WORDS.analystFiles, WORDS.analystWithheld],
    pages: [{ path: '/explore', name: WORDS.toExplore }],
  },
  {
    id: 'author',
    name: WORDS.author,
    steps: [WORDS.authorAdd, WORDS.authorOrder, WORDS.authorSave],
    pages: [{ path: '/workbench', name: WORDS.toWorkbench }],
  },
  {
    id: 'network',
    name: WORDS.network,
    steps: [WORDS.networkAdministrators, WORDS.networkEditors, WORDS.networkSettings],
    pages: [{ path: '/account', name: WORDS.toAccount }],
  },
]
