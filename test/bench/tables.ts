/** One table over HTTP, in each format and as each file at its address: asked for again and again, and each table once, when nothing is kept yet. */

const GOAL = 15
const PAIR = 'gender@list,contact_first_actor@group5'
const QUERIED = ['json-stat', 'csv', 'csv-long', 'xlsx', 'docx', 'sav', 'dta', 'parquet']
const FILES = ['csv', 'metadata.json', 'zip']
const WARM = 30
const ASKED = 300
/** Tables that are asked for once in each format, of some hundred. */
const ONCE = 150

export async function benchTables(url: string, print: (line: string) => void): Promise<void> {
  const edition = `${url}/api/v1/editions/fictional-1`
  const { tables, volume } = (await (await fetch(edition)).json()) as { tables: readonly string[]; volume: string | null }
  const single = tables.filter((id) => !id.includes(','))
  const some = tables.filter((_, at) => at % Math.ceil(tables.length / ONCE) === 0)
  const queried = (format: string) => (id: string) => {
    const [rows, ...columns] = id.split(',')
    const across = columns.length > 0 ? `&columns=${columns.join(',')}` : ''
    return `${edition}/tables?rows=${rows}${across}&slice=${across ? volume : 'fictional-1'}&lang=ja&format=${format}`
  }
  const file = (ending: string) => (id: string) => `${edition}/tables/${id}.${ending}`
  for (const [name, address] of [
    ...QUERIED.map((format) => [format, queried(format)] as const),
    ...FILES.map((ending) => [`.${ending}`, file(ending)] as const),
  ]) {
    const first: number[] = []
    for (const id of some) first.push(await asked(address(id)))
    const again = [address(single[0]!), address(tables.includes(PAIR) ? PAIR : single[1]!)]
    for (let at = 0; at < WARM; at++) await asked(again[at % 2]!)
    const warm: number[] = []
    for (let at = 0; at < ASKED; at++) warm.push(await asked(again[at % 2]!))
    print(`one table as ${name} over HTTP: first time ${percentiles(first)}, warm ${percentiles(warm)}; goal p99 ${GOAL} ms`)
  }
}

async function asked(address: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(address)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return performance.now() - start
}

function percentiles(took: readonly number[]): string {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
}
