/** How far a build is, as one share that never falls: guessed from the steps it has done, because how often tables are audited again is not known before. */

/** Steps of each kind that the build of some hundred cases takes, measured, and the share of its time that they take together. */
const COUNTED = { steps: 3300, share: 0.2 }
const AUDITED = { steps: 1700, share: 0.75 }
/** Opening is over before anything is counted, and its number of steps is known. What is left is writing and publishing. */
const OPENED = { share: 0.03 }

export interface BuildProgress {
  readonly opened: (done: number, of: number) => void
  readonly counted: (done: number) => void
  readonly audited: (done: number) => void
}

/** @param report called with a share from 0 to 1 each time that another whole percent is done */
export function buildProgress(report: (done: number) => void): BuildProgress {
  let opened = 0
  const counted = rounds()
  const audited = rounds()
  let reported = 0
  const advance = () => {
    const done =
      OPENED.share * opened +
      COUNTED.share * Math.min(1, counted.steps() / COUNTED.steps) +
      AUDITED.share * Math.min(1, audited.steps() / AUDITED.steps)
    const percent = Math.floor(done * 100)
    if (percent <= reported) return
    reported = percent
    report(percent / 100)
  }
  return {
    opened(done, of) {
      opened = done / of
      advance()
    },
    counted(done) {
      counted.at(done)
      advance()
    },
    audited(done) {
      audited.at(done)
      advance()
    },
  }
}

/** Adds up steps that are counted from one again in each round. */
function rounds() {
  let before = 0
  let now = 0
  return {
    at(done: number): void {
      if (done < now) before += now
      now = done
    },
    steps: () => before + now,
  }
}
