/**
 * The fields of the Human Trafficking Case Data Standard 2.0 (IOM, 24 December 2021) and what each becomes here. Names, labels
 * and declared misspellings as published; nothing else is guessed.
 */
import { foldHeading, kindOfHeading } from '../../identifiers/identifier-kinds.ts'
import type { QuestionId } from '../../questionnaire/index.ts'
import { tidyCell } from '../file-reader.ts'

export type HtcdsFate =
  | { readonly to: QuestionId }
  /** An identifier or a narrative, or a reason why there is no place for it. */
  | { readonly drop: string }
  /** Read together with others. */
  | { readonly part: 'decided_by' | 'event_type' | 'children' | 'consent' }

const NO_COUNTERPART: HtcdsFate = { drop: 'no_counterpart' }
const INSTITUTION: HtcdsFate = { drop: 'institution' }
const ADDRESS: HtcdsFate = { drop: 'address' }

/** Name, label, fate. Fields on the list of questionnaire, section 6, are dropped by their kind there and need no fate here. */
const FIELDS: readonly (readonly [name: string, label: string, fate?: HtcdsFate])[] = [
  ['org_Name', 'Organisation Name', INSTITUTION],
  ['org_ShippingCity', 'Shipping City', ADDRESS],
  ['org_ShippingCountry', 'Shipping Country', ADDRESS],
  ['org_ShippingState', 'Shipping State/Province', ADDRESS],
  ['org_ShippingStreet', 'Shipping Street', ADDRESS],
  ['org_ShippingPostalCode', 'Shipping Zip/Postal Code', ADDRESS],
  ['org_ShippingLongitude', 'Longitude', { drop: 'coordinates' }],
  ['org_ShippingLatitude', 'Latitude', { drop: 'coordinates' }],
  ['org_Phone', 'Phone', { drop: 'telephone' }],
  ['org_Type', 'Type', { to: 'source_type' }],
  ['prs_Salutation', 'Salutation'],
  ['prs_FirstName', 'First Name'],
  ['prs_MiddleName', 'Middle Name'],
  ['prs_SecondName', 'Second Name'],
  ['prs_Birthdate', 'Birthdate'],
  ['prs_Gender', 'Gender', { to: 'gender' }],
  ['prs_Deceased', 'Deceased', NO_COUNTERPART],
  ['prs_MaritalStatus', 'Marital Status', { to: 'marital_status' }],
  ['prs_NumberOfChildren', 'Number of Children', { part: 'children' }],
  ['prs_PrimaryLanguage', 'Primary Language', { to: 'first_language' }],
  ['prs_SecondaryLanguage', 'Secondary Language', NO_COUNTERPART],
  ['prs_HighestLevelOfEducation', 'Highest Level of Education', { to: 'education' }],
  ['prs_Citizenship', 'Citizenship', { to: 'citizenship' }],
  ['prs_IdentityNumber', 'Identity Number'],
  ['prs_Title', 'Title'],
  ['prs_Email', 'Email'],
  ['prs_HomePhone', 'Home Phone'],
  ['prs_MobilePhone', 'Mobile Phone'],
  ['prs_MailingCity', 'Mailing City'],
  ['prs_MailingCountry', 'Mailing Country'],
  ['prs_MailingState', 'Mailing State/Province'],
  ['prs_MailingStreet', 'Mailing Street'],
  ['prs_MailingPostalCode', 'Mailing Zip/Postal Code'],
  ['prs_MailingLongitude', 'Longitude'],
  ['prs_MailingLatitude', 'Latitude'],
  ['vic_AgreementToManagePersonalData', 'Agreement to Manage Personal Data', NO_COUNTERPART],
  ['vic_TraffickingStatus', 'Trafficking Status', { to: 'org_judgement' }],
  ['vic_TraffickingStatusDecisionMakingOrg', 'Trafficking Status Decision Making Organization', { part: 'decided_by' }],
  ['vic_RelationshipToTrafficker', 'Relationship to Trafficker', { to: 'recruiter_relation' }],
  ['vic_AgeWhenTrafficked', 'Age when Trafficked', { to: 'age_band_recruitment' }],
  ['vic_RecruitmentWebsitesAndApps', 'Recruitment Websites and Apps', { to: 'recruitment_platforms' }],
  ['vic_MethodOfRecruitment', 'Method of Recruitment', { to: 'recruitment_channel' }],
  ['vic_LocationOfRecruitment', 'Location of Recruitment'],
  ['vic_MethodsOfControl', 'Methods of Control', { to: 'means_of_control' }],
  ['vic_TypeOfExploitation', 'Type of Exploitation', { to: 'exploitation_types' }],
  ['vic_ForcedLabourIndustry', 'Forced Labour Industry', { to: 'labour_sectors' }],
  ['vic_TypeOfSexExploitation', 'Type of Sex Exploitation', { to: 'sexual_kinds' }],
  ['vic_LocationOfExploitation', 'Location of Exploitation'],
  ['vic_ExploitationWebsitesAndApps', 'Exploitation Websites and Apps', NO_COUNTERPART],
  ['vic_Vulnerabilities', 'Vulnerabilities', { to: 'vulnerability_factors' }],
  ['vic_DetailsOfVulnerabilities', 'Details Of Vulnerabilities'],
  ['per_RoleInProcess', 'Role in Process', NO_COUNTERPART],
  ['per_RoleDetails', 'Role Details'],
  ['cas_Status', 'Status', NO_COUNTERPART],
  ['cas_ReasonForCaseClosure', 'Reason for Case Closure'],
  ['cas_CaseOwner', 'Case Owner'],
  ['cas_ReferringOrganisation', 'Referring Organisation'],
  ['cas_IncomingReferralDate', 'Incoming Referral Date', { to: 'registration_year' }],
  ['cas_ReferringPrimaryCaseWorker', 'Referring Primary Case Worker'],
  ['cas_ReasonForIncomingReferral', 'Reason for Incoming Referral', NO_COUNTERPART],
  ['cas_IncomingReferralDetails', 'Incoming Referral Details'],
  ['cas_ReferredOrganisation', 'Referred Organisation'],
  ['cas_ReferredPrimaryCaseWorker', 'Referred Primary Case Worker'],
  ['cas_ReasonForOutgoingReferral', 'Reason for Outgoing Referral', NO_COUNTERPART],
  ['cas_OutgoingReferralDate', 'Outgoing Referral Date'],
  ['cas_OutgoingReferralDetails', 'Outgoing Referral Details'],
  ['cco_CaseComment', 'Case Comment'],
  ['hte_Longitude', 'Longitude'],
  ['hte_Latitude', 'Latitude'],
  ['hte_City', 'City'],
  ['hte_Country', 'Country', { to: 'leg_to_country' }],
  ['hte_State', 'State', ADDRESS],
  ['hte_Street', 'Street'],
  ['hte_PostalCode', 'PostalCode'],
  ['hte_Date', 'Date'],
  ['hte_Type', 'Type', { part: 'event_type' }],
  ['hte_Description', 'Description'],
  ['spl_Objectives', 'Objectives'],
  ['spl_ActionPlan', 'Action Plan'],
  ['spl_PlannedEndDate', 'Planned End Date'],
  ['spl_ActualEndDate', 'Actual End Date'],
  ['spl_Type', 'Type', NO_COUNTERPART],
  ['con_Consent', 'Consent', { part: 'consent' }],
]

/** What form tools add on their own: exact times, devices, names of accounts, technical columns. */
const FORM_MACHINERY: Readonly<Record<string, string>> = {
  start: 'exact_date',
  end: 'exact_date',
  today: 'exact_date',
  starttime: 'exact_date',
  endtime: 'exact_date',
  submissiontime: 'exact_date',
  submissiondate: 'exact_date',
  instanceid: 'device_trace',
  'meta/instanceid': 'device_trace',
  instancename: 'device_trace',
  uuid: 'device_trace',
  'formhub/uuid': 'device_trace',
  deviceid: 'device_trace',
  subscriberid: 'device_trace',
  simserial: 'device_trace',
  key: 'device_trace',
  phonenumber: 'telephone',
  username: 'worker',
  submittedby: 'worker',
  submitterid: 'worker',
  submittername: 'worker',
  attachments: 'appearance',
  geolocation: 'coordinates',
  version: 'form_machinery',
  formversion: 'form_machinery',
  id: 'form_machinery',
  index: 'form_machinery',
  parentindex: 'form_machinery',
  tags: 'form_machinery',
  status: 'form_machinery',
  validationstatus: 'form_machinery',
  reviewstate: 'form_machinery',
}

/** As published with a slip, or as the published form spells it. Blanks, `_`, `-` and `.` do not count anyway. */
const DECLARED_SPELLINGS: Readonly<Record<string, string>> = {
  vic_TraffickinStatusDecisionMakingOrg: 'vic_TraffickingStatusDecisionMakingOrg',
}

const byName: ReadonlyMap<string, (typeof FIELDS)[number]> = new Map([
  ...FIELDS.map((field) => [foldHeading(field[0]), field] as const),
  ...Object.entries(DECLARED_SPELLINGS).map(
    ([slip, name]) => [foldHeading(slip), FIELDS.find((field) => field[0] === name) as (typeof FIELDS)[number]] as const,
  ),
])

/** Fields by label: several fields share "Type", "Longitude" and "Latitude". */
const byLabel: ReadonlyMap<string, readonly (typeof FIELDS)[number][]> = FIELDS.reduce((found, field) => {
  const label = foldHeading(field[1])
  return found.set(label, [...(found.get(label) ?? []), field])
}, new Map<string, readonly (typeof FIELDS)[number][]>())

const fateOf = ([name, , fate]: (typeof FIELDS)[number]): HtcdsFate => fate ?? { drop: kindOfHeading(name) ?? 'no_counterpart' }
const drops = (fate: HtcdsFate | null): boolean => fate !== null && 'drop' in fate && fate !== NO_COUNTERPART

/** Groups of an XLSForm stand before the name: `profile/prs_Gender`. */
const lastPart = (heading: string) => tidyCell(heading).replace(/^.*[/:](?=\w+$)/, '')

/** The name of the field that a code names, as published; null for an unknown code. */
export const htcdsField = (code: string): string | null => byName.get(foldHeading(lastPart(code)))?.[0] ?? null

export interface HtcdsColumn {
  readonly field: string | null
  readonly fate: HtcdsFate
}

/**
 * What a column of the standard becomes: its code decides, its label where the code says nothing. `contradicts` when one of the
 * two names an identifier and the other does not; null for an unknown column.
 */
export function htcdsColumn(code: string, label: string | undefined): HtcdsColumn | 'contradicts' | null {
  const named = byName.get(foldHeading(lastPart(code)))
  const codeFate = named ? fateOf(named) : machineryFate(code)
  const labelled = label === undefined ? [] : (byLabel.get(foldHeading(tidyCell(label))) ?? [])
  const labelKind = label === undefined ? null : kindOfHeading(tidyCell(label))
  // A label that several fields share says nothing but what all of them agree on.
  const labelFates = labelled.map(fateOf)
  const labelDrops = labelled.length > 0 ? labelFates.every(drops) : labelKind !== null
  const labelKeeps = labelled.length > 0 && labelFates.every((fate) => !drops(fate))
  if (codeFate) {
    if (drops(codeFate) && labelKeeps) return 'contradicts'
    if (!drops(codeFate) && labelDrops) return 'contradicts'
    return { field: named?.[0] ?? null, fate: codeFate }
  }
  const [only] = labelled
  if (labelled.length === 1 && only && tidyCell(code) === '') return { field: only[0], fate: fateOf(only) }
  return labelDrops ? { field: null, fate: labelFates[0] ?? { drop: labelKind as string } } : null
}

function machineryFate(code: string): HtcdsFate | null {
  const drop = FORM_MACHINERY[foldHeading(tidyCell(code))] ?? FORM_MACHINERY[foldHeading(lastPart(code))]
  return drop ? { drop } : null
}

/** Whether the row looks like the labels of the standard: most of its texts are. */
export function isLabelRow(cells: readonly string[]): boolean {
  const texts = cells.map(tidyCell).filter((cell) => cell !== '')
  return texts.length > 0 && labelsIn(texts) * 2 > texts.length
}

/** How many of the texts are labels of the standard. */
export const labelsIn = (texts: readonly string[]): number => texts.filter((text) => byLabel.has(foldHeading(tidyCell(text)))).length
