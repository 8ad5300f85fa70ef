/**
 * The order in which drawings and tables stand on pages: tables in their own order; a drawing before the table that it draws where both fit,
 * after it where the page would otherwise end in white. Heights are estimates, in millimetres; the typesetter breaks pages itself.
 */

export interface PageItem {
  readonly kind: 'drawing' | 'table'
  /** With the space above it. */
  readonly height: number
  /** Height of a drawing at the smallest size in which it may be set. */
  readonly least?: number
  /** Whether it goes over several pages. */
  readonly breaks?: boolean
}

export interface PlacedItem<Item extends PageItem> {
  readonly item: Item
  /** Of its size; 1 unless a drawing is set smaller to fit. */
  readonly scale: number
}

/**
 * @param head height of what stands before the first item and stays with it
 * @param page height between the margins
 * @param before what remains of the page on which it begins
 * @returns every item once, what remains of the last page, and whether the head had to go to a page of its own
 */
export function filled<Item extends PageItem>(
  items: readonly Item[],
  head: number,
  page: number,
  before: number,
): { readonly placed: readonly PlacedItem<Item>[]; readonly left: number; readonly moved: boolean } {
  const waiting = [...items]
  const placed: PlacedItem<Item>[] = []
  const chosen = (left: number) => {
    const [first] = waiting
    const fits = (item: Item) => item.breaks || leastOf(item) <= left
    if (first === undefined || fits(first)) return 0
    const table = waiting.findIndex(({ kind }) => kind === 'table')
    return first.kind === 'drawing' && table > 0 && waiting[table]!.height <= left ? table : null
  }
  let left = before - head
  const moved = left < 0 || chosen(left) === null
  if (moved) left = page - head
  while (waiting.length > 0) {
    const [item] = waiting.splice(chosen(left) ?? 0, 1) as [Item]
    const scale = item.height > left && leastOf(item) <= left ? left / item.height : 1
    const height = item.height * scale
    if (height <= left) left -= height
    else left = item.breaks ? page - ((height - left) % page) : Math.max(0, page - height)
    placed.push({ item, scale })
  }
  return { placed, left, moved }
}

const leastOf = ({ height, least = height }: PageItem) => least
