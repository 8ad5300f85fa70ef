/**
 * Every column that exists, with its meaning: exactly what a court order for the server would yield (P02). A test
 * compares this list with the database, so a column that is not explained here cannot exist.
 */
import type { StoreTables } from './schema.ts'

type Columns = { readonly [Table in keyof StoreTables]: { readonly [Column in keyof StoreTables[Table]]: string } }

export const COLUMNS: Columns = {
  organisation: {
    id: 'Running number of a partner organisation.',
    name: 'Name of the organisation, as the register has it.',
    holding: 'Umbrella to which the organisation belongs, or nothing. Members of one umbrella count as one contributor.',
    record_rule: 'Its own rule that allows anonymous research use of existing records, or nothing.',
    record_rule_year: 'Year of that rule.',
    record_rule_approver: 'Body that approved that rule.',
  },
  organisation_key: {
    hash: 'SHA-256 of an organisation key. The key itself was shown once.',
    organisation: 'Organisation that holds the key.',
    scopes: 'What the key may do: submit, edit, publish.',
    expires: 'Last month in which the key is good.',
  },
  edition: {
    id: 'Name of the edition.',
    position: 'Order of the editions, from 1.',
    state: 'open: takes cases in; closed: may be built.',
    questionnaire: 'Version of the questionnaire.',
    fictional: '1 if the whole network is invented.',
    public_key: 'Key to which cases are sealed. It can close, not open.',
  },
  sealed_case: {
    id: 'Random 128 bits, in hexadecimal.',
    edition: 'Edition that counts the case.',
    organisation: 'Organisation that sent the case.',
    tag: 'Keyed hash of organisation and its own case reference; the key is not in the database.',
    receipt_hash: 'SHA-256 of the receipt code.',
    version: 'How often the case was corrected, from 1.',
    month: 'Month of arrival; nothing finer is kept.',
    enc: 'Public half of the one-time key of the seal.',
    ciphertext: 'The answers, sealed; always 272 bytes.',
  },
  idempotency: {
    lookup: 'Keyed hash that recognises a request sent twice; its key is never stored.',
    body: 'Keyed hash of what was sent, under the same key.',
    month: 'Month of arrival.',
  },
  release: {
    position: 'Order of the published bundles, from 1.',
    checksum: 'Checksum of the bundle. Public.',
    manifest: 'Manifest of the published bundle. Public.',
    day: 'Day of publication. Public.',
  },
  slice: {
    id: 'Edition or volume whose figures were published.',
    kind: 'edition: single tables; volume: crosstabs.',
    release: 'Bundle that brought them.',
  },
  volume_edition: {
    edition: 'Edition whose crosstabs were published.',
    volume: 'Volume in which they stand.',
  },
  released_table: {
    slice: 'Edition or volume whose figures these are.',
    id: 'Name of the table.',
    json: 'The published figures. Public.',
  },
  archived_table: {
    slice: 'Edition or volume whose figures these were.',
    id: 'Name of the table.',
    turn: 'Which of the earlier forms of this table it is, from 1.',
    checksum: 'Checksum of the earlier form. Public.',
    json: 'The figures that were published before.',
    day: 'Day on which they were replaced or withdrawn. Public.',
    replaced_by: 'Bundle that replaced them; nothing for a table that was withdrawn.',
    note_en: 'Why, in English. Public.',
    note_ja: 'Why, in Japanese. Public.',
  },
  destroyed_edition: {
    edition: 'Edition whose sealed cases were destroyed at the end of their time.',
    day: 'Day of the destruction.',
  },
  kept_tag: {
    tag: 'Keyed hash of organisation and its own case reference, of a case that was destroyed.',
  },
  withdrawal_request: {
    tag: 'Keyed hash of organisation and its own case reference, of a case whose withdrawal was asked for. Erased with the case within five minutes.',
  },
  withdrawal_heartbeat: {
    one: 'Always 1.',
    beat: 'Random 256 bits, overwritten by every batch of requests for withdrawal, whether it named a case or not. No time and no count.',
  },
  withdrawn_case: {
    tag: 'Keyed hash of organisation and its own case reference, of a case that was withdrawn.',
  },
  ledger_head: {
    one: 'Always 1.',
    head: 'Random 128 bits that the ledger of withdrawals must know, or it is older than the database.',
    generation: 'How often the list of withdrawn cases has grown.',
    unconfirmed: '1 while intake stays shut until an operator confirms the ledger.',
  },
  tag_key_check: {
    one: 'Always 1.',
    value: 'Keyed hash of a fixed word under the key of the tags: shows whether a key is the right one, and nothing else.',
  },
  published_state: {
    one: 'Always 1.',
    name: 'Random 128 bits, others after each change of a published table.',
  },
  import_file: {
    id: 'Keyed hash of the digest of a file that an organisation sent; its key is never stored.',
    organisation: 'Organisation that sent it.',
    rows: 'Rows that it has, while it waits. Erased at the commit.',
    existing: 'What becomes of a case that is held already: refuse or replace.',
    state: 'waiting: in parts that nobody counts; committed: its cases are held.',
    edition: 'Edition to which its cases are sealed.',
    day: 'Day on which a part came last, while it waits. Erased with the parts after a day, and at the commit.',
  },
  import_part: {
    import: 'File to which the part belongs.',
    part: 'Number of the part, from 1. How many parts came is kept after the commit too.',
    body: 'Keyed hash of what was sent; its key is never stored.',
    rows: 'Rows of the part, while its file waits. Erased at the commit.',
    stored: 'How many of them are new cases. Erased at the commit.',
    replaced: 'How many of them correct a case. Erased at the commit.',
  },
  staged_case: {
    import: 'File from which the case comes.',
    id: 'Random 128 bits, in hexadecimal.',
    tag: 'Keyed hash of organisation and its own case reference; the key is not in the database.',
    receipt_hash: 'SHA-256 of the receipt code.',
    version: 'Version that the case will have.',
    month: 'Month of arrival; nothing finer is kept.',
    enc: 'Public half of the one-time key of the seal.',
    ciphertext: 'The answers, sealed; always 272 bytes.',
  },
  account: {
    id: 'Random 128 bits, in hexadecimal.',
    username: 'What the person types to sign in. An administrator chose it; it is meant to be no name.',
    state: 'invited; setup: being set up; active; ended.',
    organisation: 'Organisation of the register to which the person belongs, or nothing.',
    partner: '1 if the person reports for that organisation.',
    analyst: '1 if the person keeps collections and proposes tables.',
    editor: '1 if the person builds editions.',
    custodian: '1 if the person keeps a key share.',
    administrator: '1 if the person decides about accounts.',
    since: 'Day on which the account was set up, or nothing.',
  },
  password: {
    account: 'Account to which the password belongs.',
    salt: 'Random 128 bits.',
    hash: 'scrypt of the password. The password itself is nowhere.',
    n: 'Cost of that scrypt: N.',
    r: 'Cost of that scrypt: r.',
    p: 'Cost of that scrypt: p.',
  },
  totp_secret: {
    account: 'Account to which the authenticator app belongs.',
    nonce: 'Random 96 bits of the encryption.',
    sealed:
      'Secret of the app, encrypted under the file account-key. With that file it can be read, and then the codes of the app can be made.',
  },
  passkey: {
    id: 'Random 128 bits, in hexadecimal.',
    credential: 'Name that the device gave to the passkey. Random.',
    account: 'Account to which the passkey belongs.',
    public_key: 'Public half of the passkey. It checks signatures and makes none.',
    counter: 'Counter of the device, or 0.',
    transports: 'How a browser reaches the device: internal, usb, hybrid and others.',
    synced: '1 if the passkey is copied to other devices by its maker.',
    prf: '1 if the passkey can wrap a secret in the browser.',
    month: 'Month in which it was added.',
  },
  recovery_code: {
    hash: 'SHA-256 of a recovery code of 90 random bits.',
    account: 'Account that the code lets in, once.',
    confirmed: '1 once two codes of its list were typed back.',
  },
  session: {
    hash: 'SHA-256 of the random token in the cookie of a browser.',
    id: 'Random 128 bits, in hexadecimal, by which the session is listed and ended.',
    account: 'Account that is signed in.',
    scope: 'setup: reaches the setting up of the account alone; full.',
    way: 'How the person signed in: passkey, password, recovery, code.',
    day: 'Day of the sign-in. Erased with the session within 12 hours.',
  },
  one_time_code: {
    hash: 'SHA-256 of a code of 90 random bits.',
    purpose: 'setup: of the first administrator; invitation; reset.',
    account: 'Account that the code opens; nothing for the first one.',
    expires: 'Last day on which the code is good.',
  },
  access_reset: {
    account: 'Account whose access is to be reset.',
    requested_by: 'Account that asked for it.',
    alone: '1 if nobody of the same organisation could ask, so that there are seven days to object.',
    approved_by: 'Administrator who agreed, or nothing.',
    ready: 'First day on which it can be carried out, once somebody agreed.',
  },
  organisation_left: {
    organisation: 'Organisation that left. It stays in the register for good.',
    day: 'Day on which it left.',
  },
  collection: {
    id: 'Random 128 bits, in hexadecimal.',
    account: 'Analyst who keeps it.',
    tables: 'Questions for public tables: variables and levels. No words.',
  },
  proposal: {
    id: 'Random 128 bits, in hexadecimal.',
    account: 'Analyst who proposes a table.',
    rows: 'Variable and level of its rows.',
    columns: 'Variables and levels of its columns, or nothing.',
  },
  deadline: {
    kind: 'session-idle, session-end: when a session ends; tries-minute, tries-day: tries to sign in; totp-step, challenge: what was used once.',
    subject:
      'Session or account, or the beginning of a keyed hash of a username, whose key is not in the database, or the random part of a challenge.',
    until: 'The only time finer than a day that is stored, in seconds since 1970. The row is erased within a minute after it.',
    count: 'How many tries there were; otherwise 0.',
  },
}
