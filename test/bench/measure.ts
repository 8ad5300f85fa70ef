/** Wall time and CPU time of this process, all its threads included. Milliseconds. */
export interface Spent {
  readonly wall: number
  readonly cpu: number
}

export function measure<Result>(work: () => Promise<Result>): Promise<Spent & { readonly result: Result }>
export function measure<Result>(work: () => Result): Spent & { readonly result: Result }
export function measure<Result>(work: () => Result | Promise<Result>) {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const spent = (result: Result) => {
    const { user, system } = process.cpuUsage(cpu)
    return { wall: performance.now() - start, cpu: (user + system) / 1000, result }
  }
  const result = work()
  return result instanceof Promise ? result.then(spent) : spent(result)
}

export const ratio = (theirs: number, ours: number) => (theirs / ours).toFixed(1)
