/**
 * What the first look at a page needs, asked for before the page itself has arrived: on a bad line each answer takes two seconds, whatever its
 * size, and three of them stand one behind the other. The page takes the answers over by their address (`under-way.ts`). This script imports
 * nothing, so that it waits for nothing.
 */
const API = '/api/v1/editions'
const NETWORK = '/api/v1/network'
const asked = new Map<string, Promise<Response>>()

/** As `client.ts` asks. */
const REQUEST = { headers: { Accept: 'application/json' }, credentials: 'omit', referrerPolicy: 'no-referrer' } as const

function ask(address: string): Promise<Response> {
  // Read to its end, so that one that nobody takes over ends too.
  const answer = fetch(address, REQUEST).then(async (sent) => new Response(await sent.arrayBuffer(), sent))
  asked.set(address, answer)
  // Whoever takes it over is told.
  answer.catch(() => {})
  return answer
}

interface Listed {
  readonly editions?: readonly { readonly id: string; readonly state: string }[]
}

/** As the page will find it (`language/choice.ts`), among the languages in which the server answers. */
function languageOf(query: URLSearchParams): string {
  let chosen = query.get('lang')
  // Storage may be switched off.
  try {
    chosen ??= window.localStorage.getItem('language')
  } catch {}
  const first = navigator.languages.find((tag) => /^(?:ja|en|th|es)\b/i.test(tag)) ?? 'en'
  return (chosen ?? first).startsWith('ja') ? 'ja' : 'en'
}

/** What each page asks of an edition, by its path; `query` is that of the page. */
const OF_AN_EDITION: Readonly<Record<string, (edition: string, query: URLSearchParams) => readonly string[]>> = {
  '/explore': (edition, query) => {
    const rows = query.get('rows')
    const alone = rows !== null && !query.has('columns') && /^[a-z0-9_]+@[a-z0-9_]+$/.test(rows)
    const table = `${edition}/tables?rows=${rows}&slice=${edition}&lang=${languageOf(query)}&format=json-stat`
    return [edition, ...(alone ? [table] : [])]
  },
  '/': (edition, query) => {
    // As `headlines.ts` asks.
    const end = `slice=${edition}&lang=${languageOf(query)}&format=json-stat`
    return ['route_origin@country', 'step_mode@list'].map((rows) => `${edition}/tables?rows=${rows}&${end}`)
  },
  '/book': (edition, query) => {
    const chapter = query.get('chapter')
    return [`${edition}/book?part=contents`, ...(chapter !== null && /^[a-z]+$/.test(chapter) ? [`${edition}/book?part=${chapter}`] : [])]
  },
}

async function askOfEdition(path: string, query: URLSearchParams): Promise<void> {
  const list = ask(API)
  const wanted = query.get('edition')
  const known = wanted !== null && /^[\w-]+$/.test(wanted) ? wanted : null
  const newest = known ?? ((await (await list).clone().json()) as Listed).editions?.find(({ state }) => state === 'published')?.id
  if (newest === undefined) return
  for (const address of OF_AN_EDITION[path]?.(encodeURIComponent(newest), query) ?? []) ask(`${API}/${address}`)
}

function begin({ pathname, search }: Location): void {
  // What goes wrong here is met again, and told, by the page.
  if (pathname in OF_AN_EDITION) askOfEdition(pathname, new URLSearchParams(search)).catch(() => {})
  else if (/^\/(questionnaire|workbench|answer)$/.test(pathname)) ask(API)
  if (pathname === '/answer') ask(NETWORK)
}

// A page that was quicker asks for itself.
if (globalThis.askedFirst === undefined) {
  globalThis.askedFirst = asked
  begin(window.location)
}

export {}
