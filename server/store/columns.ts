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
    layout: '1: a seal holds the answers alone. 2: beside them the tag and the signature of the organisation.',
  },
  organisation_public_key: {
    organisation: 'Organisation that holds the secret behind these keys. The secret is not here.',
    generation: 'Which secret of the organisation it is, from 1.',
    signing: 'Public key by which signatures of its cases are verified. It cannot sign.',
    statements: 'Public key to which the build seals what it counted of this organisation. It can close, not open.',
    first_edition: 'Edition that was open when the keys came; nothing where none was.',
    last_edition: 'Last edition whose cases these keys may sign; nothing for the newest keys.',
  },
  sealed_case: {
    id: 'Random 128 bits, in hexadecimal.',
    edition: 'Edition that counts the case.',
    organisation: 'Organisation that sent the case.',
    tag: 'Keyed hash of the case reference of the organisation; the key is its own, or of a network of before the key beside the database.',
    receipt_hash: 'SHA-256 of the receipt code.',
    version: 'How often the case was corrected, from 1.',
    month: 'Month of arrival; nothing finer is kept.',
    enc: 'Public half of the one-time key of the seal.',
    ciphertext: 'The answers, sealed; 272 bytes in an edition of layout 1, 400 in one of layout 2.',
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
    tag: 'Keyed hash of the case reference of an organisation, of a case that was destroyed.',
  },
  withdrawal_request: {
    tag: 'Keyed hash of the case reference of an organisation, of a case whose withdrawal was asked for. Erased with the case within five minutes.',
  },
  withdrawal_heartbeat: {
    one: 'Always 1.',
    beat: 'Random 256 bits, overwritten by every batch of requests for withdrawal, whether it named a case or not. No time and no count.',
  },
  withdrawn_case: {
    tag: 'Keyed hash of the case reference of an organisation, of a case that was withdrawn.',
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
  ledger_key_check: {
    one: 'Always 1.',
    value: 'Keyed hash of a fixed word under the key of the ledger: shows whether a key is the right one, and nothing else.',
  },
  statement: {
    edition: 'Edition that was built.',
    organisation: 'Organisation that alone can open the statement.',
    enc: 'Public half of the one-time key of the seal.',
    ciphertext: 'Tags and versions of the cases that the build opened, sealed; equally long for all organisations of an edition.',
  },
  earlier_tag: {
    tag: 'Tag of a case of before, which the server made under its key of the tags, and which no organisation has translated to one of its own.',
  },
  tag_key_gone: {
    one: 'Always 1.',
    year: 'Year in which the key of the tags left this server.',
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
    tag: 'Keyed hash of the case reference of the organisation; the key is its own, or of a network of before the key beside the database.',
    receipt_hash: 'SHA-256 of the receipt code.',
    version: 'Version that the case will have.',
    month: 'Month of arrival; nothing finer is kept.',
    enc: 'Public half of the one-time key of the seal.',
    ciphertext: 'The answers, sealed; 272 bytes in an edition of layout 1, 400 in one of layout 2.',
  },
  audit_entry: {
    chain: 'intake: what was done with cases; other: everything else that changed something or read sealed cases.',
    position:
      'Order of the entries of a chain, from 1. Between entries of cases it is the order in which they came; no entry names a case.',
    action: 'What was done.',
    organisation: 'Organisation whose case it was; in the chain of intake alone.',
    month: 'Month; in the chain of intake alone, where nothing finer is kept.',
    generation: 'Generation of the ledger of withdrawals; of a withdrawal alone.',
    role: 'Role in which somebody acted: an account, a program with a key (machine), or a command on the server; in the other chain alone.',
    actor: 'Random id of the account, or number of the organisation whose key it was; nothing for a command.',
    subject: 'What it was done to: random id of an account, number of an organisation, name of an edition or volume, checksum of a bundle.',
    day: 'Day; in the other chain alone.',
    blind: 'Random 128 bits, so that no hash of an entry can be guessed.',
    link: 'Hash over this entry and all before it in its chain.',
  },
  audit_head: {
    chain: 'Chain whose state was signed.',
    number: 'Order of the signed states of a chain, from 1.',
    reason: 'Why it was signed: end of a month, closing of an edition, publication; in the other chain end of a day.',
    period: 'Month; of the end of a day in the other chain that day.',
    position: 'Last entry that the signature covers.',
    link: 'Hash of that entry and all before it.',
    blind: 'Random 128 bits, so that partners who see a hash of this row learn no position from it.',
    previous: 'Hash of the monthly head before it in the chain.',
    key: 'Public key of the log. Its private key is not in the database.',
    signature: 'Signature of the log.',
  },
  audit_cosignature: {
    chain: 'Chain of the head.',
    number: 'Number of the monthly head.',
    organisation: 'Organisation that has seen this head and signed it too; some time after the end of the month.',
    key: 'Its public key.',
    signature: 'Its signature.',
  },
}
