/** Draws every figure of the page, seen or not: what is printed has them all. */
export const DRAW_ALL = 'draw-all-figures'

/** Milliseconds between two looks, and how often it is looked: a figure that cannot be drawn keeps nobody from printing. */
const LOOK = 100
const LOOKS = 100

export async function drawAll(): Promise<void> {
  window.dispatchEvent(new Event(DRAW_ALL))
  for (let looks = 0; looks < LOOKS && document.querySelector('.drawn-waiting'); looks += 1)
    await new Promise((resolve) => setTimeout(resolve, LOOK))
}
