/** One turn of the event loop, so that others are answered between two stretches of long work. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
