/**
 * Bodies that are being read, each held in memory until it is whole. They are bounded in number and in bytes, for each sender and in all. Beyond a bound
 * that body of the sender gives way which has waited longest for its next bytes: a body that arrives at once is always read, and one that comes slowly
 * is not pushed out by those that have stopped, however many of the same sender never end. Nobody's bodies push out another's.
 */
import { ProblemError } from '../../survey-schema/problem.ts'

/** An organisation, or everybody who has no key. */
export type Sender = number | 'anybody'

export interface BodyLimits {
  /** Bodies of one sender at a time. */
  readonly bodies: number
  /** Bytes of one sender at a time, and of all. */
  readonly bytes: number
  readonly allBytes: number
}

/** Half as many as there are connections (`runtime/connections.ts`): bodies that never end leave the other half. */
export const BODY_LIMITS: BodyLimits = { bodies: 500, bytes: 64 << 20, allBytes: 256 << 20 }

export interface BodyUnderWay {
  /** Rejects once the body has to give way. */
  readonly givesWay: Promise<never>
  /** That many bytes more are held. */
  grow(bytes: number): void
  /** It is whole, or let go. */
  end(): void
}

interface Held {
  bytes: number
  readonly giveWay: () => void
}

export interface BodiesUnderWay {
  begin(sender: Sender): BodyUnderWay
  /** Bodies and bytes that are held now. */
  held(): { readonly bodies: number; readonly bytes: number }
}

export function bodiesUnderWay({ bodies, bytes, allBytes }: BodyLimits = BODY_LIMITS): BodiesUnderWay {
  /** Of each sender, the one that has waited longest first. */
  const bySender = new Map<Sender, Set<Held>>()
  const bytesOf = (sender: Sender) => [...(bySender.get(sender) ?? [])].reduce((sum, one) => sum + one.bytes, 0)
  let all = 0
  const letGo = (sender: Sender, one: Held) => {
    const own = bySender.get(sender)
    if (!own?.delete(one)) return
    all -= one.bytes
    if (own.size === 0) bySender.delete(sender)
  }
  const longestWaitingGivesWay = (sender: Sender) => {
    const [one] = bySender.get(sender) ?? []
    if (!one) return
    letGo(sender, one)
    one.giveWay()
  }
  const largest = (): Sender => [...bySender.keys()].reduce((most, sender) => (bytesOf(sender) > bytesOf(most) ? sender : most))
  return {
    begin(sender) {
      const own = bySender.get(sender) ?? new Set<Held>()
      if (own.size >= bodies) longestWaitingGivesWay(sender)
      let giveWay = () => {}
      const givesWay = new Promise<never>((_, reject) => {
        giveWay = () => reject(new ProblemError('too-slow'))
      })
      // Whoever reads the body hears it; where nobody reads any more, it is no error.
      givesWay.catch(() => {})
      const one: Held = { bytes: 0, giveWay: () => giveWay() }
      bySender.set(sender, own.add(one))
      return {
        givesWay,
        grow(more) {
          if (!own.has(one)) return
          own.delete(one)
          own.add(one)
          one.bytes += more
          all += more
          if (all > bytes && bytesOf(sender) > bytes) longestWaitingGivesWay(sender)
          while (all > allBytes) longestWaitingGivesWay(largest())
        },
        end: () => letGo(sender, one),
      }
    },
    held: () => ({ bodies: [...bySender.values()].reduce((sum, own) => sum + own.size, 0), bytes: all }),
  }
}
