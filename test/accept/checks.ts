/** Checks as lines: what was expected, what was found, and how many held in the end. */
export interface Checks {
  /** Both sides are equal, as JSON. */
  equal(what: string, found: unknown, expected: unknown): void
  /** The statement holds; `detail` is printed beside it. */
  holds(what: string, holds: boolean, detail?: string): void
  note(line: string): void
  /** Prints the sum. @returns the exit code */
  end(): number
}

export function checks(print: (line: string) => void = console.log): Checks {
  let passed = 0
  let failed = 0
  const line = (ok: boolean, what: string, detail: string) => {
    if (ok) passed++
    else failed++
    print(`${ok ? 'ok  ' : 'FAIL'} ${what}${detail ? `: ${detail}` : ''}`)
  }
  return {
    equal(what, found, expected) {
      const [a, b] = [JSON.stringify(found), JSON.stringify(expected)]
      line(a === b, what, a === b ? short(a) : `${short(a)}, expected ${short(b)}`)
    },
    holds: (what, holds, detail = '') => line(holds, what, detail),
    note: (text) => print(`     ${text}`),
    end() {
      print(`${passed} passed, ${failed} failed`)
      return failed === 0 && passed > 0 ? 0 : 1
    },
  }
}

const short = (json: string | undefined) => (json === undefined ? 'nothing' : json.length > 160 ? `${json.slice(0, 157)}...` : json)
