/**
 * The 63 columns of the CTDC Global K-anonymised Dataset of 15 July 2021 (codebook 7) and what each becomes here. 54 are
 * mapped; joined text, "not specified" flags, forced military and mining have no counterpart.
 */

/** Means of control, one column to one code. */
export const MEANS = {
  meansOfControlDebtBondage: 'debt',
  meansOfControlTakesEarnings: 'earnings_taken',
  meansOfControlRestrictsFinancialAccess: 'money_restricted',
  meansOfControlThreats: 'threats_person',
  meansOfControlPsychologicalAbuse: 'psychological',
  meansOfControlPhysicalAbuse: 'physical',
  meansOfControlSexualAbuse: 'sexual',
  meansOfControlFalsePromises: 'false_promises',
  meansOfControlPsychoactiveSubstances: 'drugs',
  meansOfControlRestrictsMovement: 'movement',
  meansOfControlRestrictsMedicalCare: 'medical',
  meansOfControlExcessiveWorkingHours: 'excessive_hours',
  meansOfControlUsesChildren: 'threats_family',
  meansOfControlThreatOfLawEnforcement: 'threats_authorities',
  meansOfControlWithholdsNecessities: 'necessities',
  meansOfControlWithholdsDocuments: 'documents',
  meansOfControlOther: 'other',
} as const

/** The three types that decide whether anything is known of the exploitation: the base of CTDC's own shares. */
export const MAIN_TYPES = { isForcedLabour: 'forced_labour', isSexualExploit: 'sexual', isOtherExploit: 'other' } as const
/** Looked at where one of the three is known. `isSexAndLabour` says nothing that the two do not. */
export const FURTHER_TYPES = {
  isForcedMarriage: 'forced_marriage',
  isOrganRemoval: 'organ_removal',
  typeOfLabourBegging: 'forced_begging',
  typeOfLabourPeddling: 'forced_begging',
  typeOfLabourIllicitActivities: 'forced_crime',
} as const

export const PURPOSES = {
  isForcedLabour: 'forced_labour',
  isSexualExploit: 'sexual',
  isOtherExploit: 'other',
  isSlaveryAndPractices: 'slavery',
  isOrganRemoval: 'organs',
} as const

export const SECTORS = {
  typeOfLabourAgriculture: 'agriculture',
  typeOfLabourAquafarming: 'fishing',
  typeOfLabourConstruction: 'construction',
  typeOfLabourDomesticWork: 'household',
  typeOfLabourHospitality: 'hospitality',
  typeOfLabourManufacturing: 'manufacturing',
  typeOfLabourTransportation: 'transport',
  typeOfLabourOther: 'other',
} as const

export const SEXUAL_KINDS = {
  typeOfSexProstitution: 'prostitution',
  typeOfSexPornography: 'pornography',
  typeOfSexRemoteInteractiveServices: 'online_live',
  typeOfSexPrivateSexualServices: 'private_household',
} as const

/** CTDC joins friends and acquaintances and names no gender: the one code of ours that claims neither. */
export const RECRUITERS = {
  recruiterRelationIntimatePartner: 'intimate_partner',
  recruiterRelationFriend: 'neighbour_acquaintance',
  recruiterRelationFamily: 'relative',
  recruiterRelationOther: 'other',
} as const

/** The same in `RecruiterRelationship`, joined with `; `; read where the flags are missing. */
export const RECRUITER_WORDS: Readonly<Record<string, string | null>> = {
  'Intimate Partner': 'intimate_partner',
  'Friend/Acquaintance': 'neighbour_acquaintance',
  'Family/Relative': 'relative',
  Other: 'other',
  'Not Specified': null,
}

export const SOURCES: Readonly<Record<string, string>> = { 'Case Management': 'ngo_shelter', Hotline: 'ngo_counselling' }

export const GENDERS: Readonly<Record<string, string>> = {
  Female: 'woman',
  Woman: 'woman',
  Male: 'man',
  Man: 'man',
  'Transgender/NonConforming': 'trans_or_nonconforming',
  'Trans/Transgender/NonConforming': 'trans_or_nonconforming',
}

const SINGLE = [
  'yearOfRegistration',
  'Datasource',
  'gender',
  'ageBroad',
  'majorityStatus',
  'majorityStatusAtExploit',
  'majorityEntry',
  'citizenship',
  'isSexAndLabour',
  'isAbduction',
  'RecruiterRelationship',
  'CountryOfExploitation',
] as const

/** Names of the columns that become answers, in no particular order. */
export const MAPPED_COLUMNS: readonly string[] = [
  ...new Set<string>([
    ...SINGLE,
    ...[MEANS, MAIN_TYPES, FURTHER_TYPES, PURPOSES, SECTORS, SEXUAL_KINDS, RECRUITERS].flatMap((block) => Object.keys(block)),
  ]),
]

/** Read past, with the reason. */
export const DROPPED_COLUMNS: Readonly<Record<string, string>> = {
  meansOfControlConcatenated: 'joined_text',
  typeOfExploitConcatenated: 'joined_text',
  typeOfLabourConcatenated: 'joined_text',
  typeOfSexConcatenated: 'joined_text',
  meansOfControlNotSpecified: 'not_specified_flag',
  typeOfLabourNotSpecified: 'not_specified_flag',
  recruiterRelationUnknown: 'not_specified_flag',
  isForcedMilitary: 'no_counterpart',
  typeOfLabourMiningOrDrilling: 'no_counterpart',
}
