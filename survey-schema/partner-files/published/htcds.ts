/** Fields of HTCDS 2.0 that say something only together: consent, who decided about the status, events, children, child labour. */
import type { Issue } from '../../problem.ts'

export interface HtcdsParts {
  readonly consent?: string
  readonly decided_by?: string
  readonly event_type?: string
  readonly children?: string
  /** `vic_TypeOfExploitation` as it stands. */
  readonly types?: string
}

interface Found {
  readonly answers: Record<string, unknown>
  readonly leg: Record<string, unknown>
  readonly issues: Issue[]
}

const YES = /^(?:true|yes|1|x|checked)$/i
const NO = /^(?:false|no|0|unchecked)$/i

/** Where each event leads, by `hte_Type`. */
const EVENTS: Readonly<Record<string, string>> = { recruitment: 'recruitment_move', transit: 'transit', exploitation: 'to_exploitation' }

/** Authorities that decide about a status; what an NGO decides is the organisation's own judgement. */
const AUTHORITIES: Readonly<Record<string, string>> = {
  police: 'police',
  courtorprosecution: 'court',
  nonpolicegovernmentalorganization: 'other_authority',
}
const RECOGNITION: Readonly<Record<string, (by: string) => string>> = {
  actual: (by) => by,
  possible: () => 'pending',
  not_victim: () => 'refused',
}

const fold = (text: string | undefined) => (text ?? '').replace(/[\s-]/g, '').toLowerCase()

/** Completes the answers of one row. @returns the parts that said something */
export function togetherInHtcds(parts: HtcdsParts, { answers, leg, issues }: Found): ReadonlySet<string> {
  const used = new Set<string>(['consent'])
  consent(parts.consent, answers, issues)
  answers.source_type ??= 'other'
  const by = AUTHORITIES[fold(parts.decided_by)]
  const status = answers.org_judgement
  // Whoever decided, the field says whose judgement the status is.
  if (status !== undefined) used.add('decided_by')
  if (by && typeof status === 'string' && RECOGNITION[status]) {
    answers.state_recognition = RECOGNITION[status](by)
    delete answers.org_judgement
  }
  if (Number(parts.children) > 0 && answers.dependants === undefined) {
    answers.dependants = ['own_children']
    used.add('children')
  }
  if (fold(parts.types).includes('childlabour')) answers.minor_when_exploited ??= 'yes'
  const purpose = EVENTS[fold(parts.event_type)]
  if (purpose) used.add('event_type')
  if (purpose) leg.leg_purpose = purpose
  else if (leg.leg_to_country !== undefined) leg.leg_purpose ??= 'not_asked'
  return used
}

function consent(given: string | undefined, answers: Record<string, unknown>, issues: Issue[]): void {
  if (given === undefined || answers.consent_basis !== undefined) return
  if (YES.test(given)) {
    answers.consent_basis = 'person_informed'
    answers.consent_uses ??= ['aggregate_tables']
  } else if (NO.test(given)) answers.consent_basis = 'no_basis'
  else issues.push({ pointer: '/answers/consent_basis', rule: given === '' ? 'required' : 'invalid_code' })
}
