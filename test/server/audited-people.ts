/** Routes that write an entry of the audit log for what people do, and for keys, tags, statements and the register; exercised in `audited-people.test.ts`. */
export const AUDITED_PEOPLE: ReadonlySet<string> = new Set([
  ...['setUpFirst', 'useCode', 'completeAccount', 'setPassword', 'addPasskey', 'removePasskey'],
  ...['signInByPassword', 'signInByPasskey', 'signInByRecoveryCode'],
  ...['invite', 'inviteAgain', 'agreeToPartner', 'changeRoles', 'askEnding', 'endAccount'],
  ...['requestReset', 'approveReset', 'resetCode', 'dropReset', 'objectToReset'],
  ...[
    'addOrganisation',
    'renameOrganisation',
    'makeAccessKey',
    'endAccessKey',
    'endKeyOfOrganisation',
    'askToLeave',
    'objectToLeaving',
    'leave',
  ],
  ...['propose', 'dropProposal'],
  ...['addOrganisationKeys', 'translateTags', 'keepStatements', 'register'],
])
