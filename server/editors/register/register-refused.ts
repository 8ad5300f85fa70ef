/** Why a register, a pin, or a decision is not used: a rule, and places named by our own words and by numbers of organisations. */

const MESSAGES = {
  malformed: 'this is no register as `register draft` writes it',
  'signatures-missing': 'two different people whose keys are pinned on this machine must have signed this',
  'signature-wrong': 'a signature does not fit: what is signed was altered since',
  'signed-already': 'this key has signed it already; the second signature is for another person',
  'signer-malformed': 'this is no signing key as `register key` writes it',
  'pin-malformed': 'this is no pin as `register pin` writes it, or it was altered; bring it back',
  'end-missing':
    'a key that a newer one follows has no last edition, and would sign for good: correct it at the server, or say =later with --begins where it never signed',
  skipped: 'registers between this one and the newest that this machine has used are missing: name each with --between, oldest first',
  older: 'this machine has used a newer register than this one',
  another: 'this machine has used another register of the same number',
  'previous-required':
    'this register says that another one came before it: name that file with --previous, signed by two people, and look at what changes',
  'other-before': 'this register follows another one than the one that was used before',
  'beginning-unconfirmed':
    'ask each organisation from which edition on it signs with this key, and say it with --begins (NUMBER.GENERATION=EDITION, or =later); what the server says is not taken',
  'other-network': 'the server and the register differ; nothing was opened',
  'key-replaced': 'the server names another key than the register before, in the place of the same generation',
  'name-unseen':
    'the server lists names or umbrellas with characters that nobody sees, with Latin, Cyrillic or Greek letters in one word, or not in their plain form (NFKC, single blanks); correct them there',
  'not-continued': 'this register leaves out or replaces an edition, an organisation or a key that two people signed before',
  'decision-malformed': 'this is no decision as `register decide` writes it',
  'decision-of-sound-case': 'a decision leaves out a case that is sound; only what was refused can be left out',
  required:
    'organisations of this network sign their cases: name the register with --register, and with --pin the keys of the people who signed it',
} as const

export type RegisterRule = keyof typeof MESSAGES

export interface RegisterPlace {
  readonly place: string
  readonly rule: string
}

export class RegisterRefused extends Error {
  readonly rule: RegisterRule
  readonly places: readonly RegisterPlace[]
  constructor(rule: RegisterRule, places: readonly RegisterPlace[] = []) {
    super(MESSAGES[rule])
    this.name = 'RegisterRefused'
    this.rule = rule
    this.places = places
  }
}
