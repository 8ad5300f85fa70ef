/**
 * Every error that the outside may see: a short list of slugs, each with its HTTP status. Sent as RFC 9457 problems.
 * An error points at a place and names a rule; it never repeats what was sent, because an unknown key may itself be a name.
 */
export interface Issue {
  /** RFC 6901, made only of our own names, list positions and row numbers. */
  readonly pointer: string
  /** A key of `RULES`, or of the rules of the part that refused. */
  readonly rule: string
  /** What kind of identifier it looks like, where the rule is `identifier`. */
  readonly kind?: string
}

export const PROBLEMS = {
  'invalid-submission': { status: 422, en: 'The questionnaire was not accepted', ja: '調査票を受け付けられませんでした' },
  'unknown-key': {
    status: 422,
    en: 'The submission holds a field that the questionnaire does not have',
    ja: '調査票にない項目が含まれています',
  },
  'invalid-file': { status: 422, en: 'The file was not accepted', ja: 'ファイルを受け付けられませんでした' },
  'invalid-json': { status: 400, en: 'The text is not JSON as we read it', ja: 'JSONとして読み取れません' },
  'invalid-request': { status: 400, en: 'The request cannot be read', ja: 'リクエストを読み取れません' },
  'idempotency-key-required': {
    status: 400,
    en: 'The Idempotency-Key header is missing or malformed',
    ja: 'Idempotency-Keyヘッダーがないか、形式が正しくありません',
  },
  unauthorized: { status: 401, en: 'A valid key is needed', ja: '有効な鍵が必要です' },
  'signed-out': { status: 401, en: 'Sign in first', ja: 'ログインしてください' },
  'sign-in-refused': {
    status: 401,
    en: 'Username, password or code are not right, or were used; the time of the server is in the header Date',
    ja: 'ユーザー名、パスワード、コードのいずれかが正しくないか、使用済みです。サーバーの時刻はDateヘッダーにあります',
  },
  'wrong-origin': {
    status: 403,
    en: 'Only pages of this server may ask this, under the address that its operator has named',
    ja: 'この操作は、運用者が定めたアドレスで開いた本サーバーのページからのみ行えます',
  },
  'sign-in-again': {
    status: 403,
    en: 'Sign in again first: this needs a sign-in of the last ten minutes',
    ja: 'もう一度ログインしてください。この操作には10分以内のログインが必要です',
  },
  'setup-unfinished': { status: 403, en: 'Set up your account first', ja: '先にアカウントの設定を終えてください' },
  'not-found': { status: 404, en: 'There is nothing here', ja: '見つかりません' },
  'not-released': { status: 404, en: 'This edition does not hold that table', ja: 'この版にはその表がありません' },
  'method-not-allowed': { status: 405, en: 'The method is not offered here', ja: 'このメソッドは使えません' },
  'username-taken': { status: 409, en: 'This username is taken, or was', ja: 'このユーザー名は使われているか、過去に使われました' },
  'name-taken': { status: 409, en: 'The register has an organisation of this name', ja: '同じ名称の団体がすでに登録されています' },
  'not-now': {
    status: 409,
    en: 'This cannot be done now: the rule says why',
    ja: '現在この操作はできません。理由は規則名に示しています',
  },
  'too-slow': { status: 408, en: 'The body came too slowly', ja: '本文の送信に時間がかかりすぎました' },
  'case-exists': {
    status: 409,
    en: 'A case with this case reference is already held: correct it instead',
    ja: 'この符号の事例はすでに登録されています。訂正してください',
  },
  'already-counted': {
    status: 409,
    en: 'A case with this case reference was counted in a closed edition',
    ja: 'この符号の事例は締め切られた版で集計済みです',
  },
  'case-withdrawn': {
    status: 409,
    en: 'A case with this case reference was withdrawn and is not taken in again',
    ja: 'この符号の事例は取り下げられており、再び登録することはできません',
  },
  'stale-version': {
    status: 409,
    en: 'The case was changed since you read it: find it again',
    ja: 'この事例は読み取り後に変更されています。もう一度検索してください',
  },
  'import-incomplete': { status: 409, en: 'Parts of this import are missing', ja: '取り込みの一部がまだ届いていません' },
  'import-stale': {
    status: 409,
    en: 'Cases or the edition changed meanwhile; nothing of this import is kept, send its parts again',
    ja: '途中で事例または版が変わりました。取り込みの内容は保存していません。もう一度送ってください',
  },
  'edition-frozen': { status: 409, en: 'The edition of this case is closed', ja: 'この事例の版は締め切られています' },
  'idempotency-mismatch': {
    status: 409,
    en: 'The same Idempotency-Key was used with another body',
    ja: '同じIdempotency-Keyが別の内容で使われています',
  },
  'no-open-edition': { status: 409, en: 'No edition is open for cases', ja: '受付中の版がありません' },
  'edition-open': { status: 409, en: 'The edition is still open', ja: 'この版はまだ受付中です' },
  'edition-exists': { status: 409, en: 'The edition is already there', ja: 'この版はすでにあります' },
  'tag-key-gone': {
    status: 409,
    en: 'This server has no key of tags of before, and can translate none of them',
    ja: 'このサーバーには以前の符号の鍵がないため、符号を置き換えられません',
  },
  'statements-exist': {
    status: 409,
    en: 'Other statements of this edition are already there',
    ja: 'この版の計上報告は、別の内容ですでに登録されています',
  },
  'volume-too-small': {
    status: 409,
    en: 'These editions together hold too few cases for crosstabs; build them one by one',
    ja: 'これらの版を合わせても、クロス集計に足りる事例数がありません。版ごとに集計してください',
  },
  'edition-too-small': {
    status: 409,
    en: 'The edition holds too few cases, or too few that are not all of one organisation or umbrella, to be closed or built',
    ja: '版の事例が少ないか、一つの団体（傘下の団体を含む）以外からの事例が少ないため、締め切りや集計ができません',
  },
  'stale-bundle': { status: 409, en: 'The bundle does not count the cases that are held now', ja: '現在の事例と一致しない集計です' },
  frozen: {
    status: 409,
    en: 'These figures were published more than 90 days ago and are frozen; a table can only be withdrawn',
    ja: '公表から90日を過ぎた数値は確定しており、表の取り下げだけができます',
  },
  'retention-running': {
    status: 409,
    en: 'The time for which these sealed cases are kept is not over',
    ja: 'これらの事例の保存期間はまだ終わっていません',
  },
  'table-withdrawn': { status: 410, en: 'This table was withdrawn', ja: 'この表は取り下げられました' },
  'unsafe-release': {
    status: 409,
    en: 'Beside the figures that are published, these would tell too much',
    ja: '公表済みの数値と合わせると、秘匿した値が分かるおそれがあります',
  },
  'too-large': { status: 413, en: 'The body is too large', ja: '本文が大きすぎます' },
  'unsupported-media-type': { status: 415, en: 'Send application/json in UTF-8', ja: 'UTF-8のapplication/jsonで送ってください' },
  'edition-changed': {
    status: 409,
    en: 'The case is signed for another edition than the one that is open: sign it again',
    ja: '署名された版は現在受付中の版ではありません。もう一度署名してください',
  },
  'record-differs': {
    status: 409,
    en: 'The signature does not belong to the case as the server reads it: encode and sign it again',
    ja: '署名がサーバーの読み取った内容と一致しません。もう一度符号化して署名してください',
  },
  'signature-required': {
    status: 422,
    en: 'Your organisation has a signing key: its cases come with a tag and a signature',
    ja: '貴団体には署名鍵があります。事例にはタグと署名が必要です',
  },
  'secret-required': {
    status: 422,
    en: 'This server takes no case reference in clear: make a secret and register its public keys first',
    ja: 'このサーバーは事例の符号をそのままでは受け付けません。先に秘密を作成し、公開鍵を登録してください',
  },
  'invalid-signature': {
    status: 422,
    en: 'Tag, signature, generation or secret cannot be used as they came',
    ja: 'タグ、署名、世代または秘密が正しくありません',
  },
  'invitation-refused': {
    status: 422,
    en: 'This code cannot be used',
    ja: 'このコードは使えません',
  },
  'invitation-used': {
    status: 409,
    en: 'This code was used already: one code makes one answer',
    ja: 'このコードはすでに使われています。一つのコードで回答できるのは一度だけです',
  },
  'invitation-over': {
    status: 409,
    en: 'The time for this code is over',
    ja: 'このコードの有効期間は終わりました',
  },
  'invalid-receipt': {
    status: 422,
    en: 'This is no receipt code: a character is wrong',
    ja: '受付番号ではありません。文字に誤りがあります',
  },
  'precondition-required': {
    status: 428,
    en: 'Name the version of the case that you read, in If-Match',
    ja: '読み取った事例の版をIf-Matchで示してください',
  },
  'quota-reached': {
    status: 429,
    en: 'Your organisation has reached a quota; the rule says which, and what frees it',
    ja: '貴団体が上限に達しました。どの上限か、どうすれば空くかは詳細に示しています',
  },
  'too-many-requests': {
    status: 429,
    en: 'Too many at once: try again in a while',
    ja: '混み合っています。しばらくしてからお試しください',
  },
  'invalid-entry': { status: 422, en: 'An entry was not accepted', ja: '入力内容を受け付けられませんでした' },
  'passkey-refused': { status: 422, en: 'The passkey could not be checked, or was used', ja: 'パスキーを確認できないか、使用済みです' },
  'invalid-bundle': { status: 422, en: 'The bundle was not accepted', ja: '集計一式を受け付けられませんでした' },
  'invalid-share': { status: 422, en: 'The key shares do not open this edition', ja: '鍵の断片が揃わないか、この版のものではありません' },
  'cosignature-refused': {
    status: 422,
    en: 'This is no signature of your organisation under this head',
    ja: 'この記録の要約に対する貴団体の署名ではありません',
  },
  'refused-table': { status: 422, en: 'This combination is never shown', ja: 'この組み合わせは公開しません' },
  'unknown-variable': { status: 422, en: 'There is no such variable or level', ja: 'その変数または区分はありません' },
  internal: { status: 500, en: 'Something went wrong here', ja: 'こちらで問題が起きました' },
  'intake-shut': {
    status: 503,
    en: 'No cases are taken in now; withdrawing and reading go on',
    ja: '現在、事例の受け付けを停止しています。取り下げと閲覧はできます',
  },
  'administrators-missing': {
    status: 503,
    en: 'No cases are taken in before two administrators have set up their accounts',
    ja: '管理担当2名のアカウント設定が済むまで、事例を受け付けません',
  },
  'accounts-shut': {
    status: 503,
    en: 'Nobody can sign in now: the operator has to name the address of the pages, or bring back the key of the accounts',
    ja: '現在ログインできません。運用者によるページのアドレスの設定、またはアカウントの鍵の復旧が必要です',
  },
  'ledger-key-wrong': {
    status: 503,
    en: 'The server has another key of its ledger than its database, and cannot deal with cases until it has the right one',
    ja: 'サーバーの台帳の鍵がデータベースのものと異なるため、正しい鍵に戻るまで事例を扱えません',
  },
  'tag-key-wrong': {
    status: 503,
    en: 'The server has another key than its database, and cannot deal with cases until it has the right one',
    ja: 'サーバーの鍵がデータベースのものと異なるため、正しい鍵に戻るまで事例を扱えません',
  },
  busy: { status: 503, en: 'Try again shortly', ja: 'しばらくしてからもう一度お試しください' },
} as const satisfies Record<string, { readonly status: number; readonly en: string; readonly ja: string }>

export type ProblemSlug = keyof typeof PROBLEMS

/** Refuses with one slug. Its message is the slug, so that a crash report holds nothing else. */
export class ProblemError extends Error {
  readonly slug: ProblemSlug
  readonly errors: readonly Issue[]

  constructor(slug: ProblemSlug, errors: readonly Issue[] = []) {
    super(slug)
    this.name = 'ProblemError'
    this.slug = slug
    this.errors = errors
  }
}
