/** What a network tells everybody of itself: where leaving leads, what a receipt may name, who may answer by invitation, who helps. */
import * as z from 'zod'

/** Languages that the answer page can have. Which of them a network offers is its own decision (`answers`). */
export const ANSWER_LANGUAGES = ['ja', 'en', 'th', 'es', 'ja-simple'] as const

/** Parts of host names that tell the subject or the network. A receipt lies in pockets and is found by others (P33). */
const TELLING = ['jnatip', 'traffick', 'tip-', 'smuggl', 'slave', 'victim', 'survivor', 'exploit', 'rescue', 'shelter', 'jinshin', 'xn--']

const hasNoUser = (url: URL) => url.username === '' && url.password === ''

const isNeutralPage = (text: string) => URL.canParse(text) && new URL(text).protocol === 'https:' && hasNoUser(new URL(text))

const isNeutralHost = (text: string) => !TELLING.some((part) => text.includes(part))

/** Labels of letters, digits and hyphens; one dot at least. */
const HOST = z
  .string()
  .max(253)
  .refine((text) => text.includes('.') && text.split('.').every((label) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(label) && !label.endsWith('-')))

const Hotline = z.strictObject({
  /** As it calls itself, in the languages that it speaks. */
  name: z.string().min(1).max(120),
  /** As it is dialled in Japan. */
  telephone: z
    .string()
    .max(30)
    .regex(/^[+0-9#*][0-9 #*-]{1,29}$/),
  hours: z.string().min(1).max(120).optional(),
  /** BCP 47. */
  languages: z
    .array(
      z
        .string()
        .max(20)
        .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)?$/),
    )
    .min(1)
    .max(40),
})

export const NetworkSettings = z.strictObject({
  /** Where the quick exit leads: a page that anybody might have open. */
  quick_exit: z.string().max(500).refine(isNeutralPage).default('https://www.jma.go.jp/bosai/forecast/'),
  /** Stands on receipts, for withdrawing; null where it is told by word of mouth. */
  receipt_host: HOST.refine(isNeutralHost).nullable().default(null),
  /** Languages in which affected persons may answer by invitation. */
  answers: z.array(z.enum(ANSWER_LANGUAGES)).max(ANSWER_LANGUAGES.length).default([]),
  hotlines: z.array(Hotline).max(50).default([]),
})

export type NetworkSettings = z.output<typeof NetworkSettings>

/** Of a network that has set nothing. */
export const PLAIN_NETWORK: NetworkSettings = NetworkSettings.parse({})

/**
 * Settings as they stand in a file.
 * @throws RangeError naming the members that cannot be used, never a value, and no member that is not ours
 */
export function readNetworkSettings(text: string): NetworkSettings {
  const parsed = NetworkSettings.safeParse(jsonIn(text))
  if (parsed.success) return parsed.data
  const named = parsed.error.issues.map(({ code, path }) =>
    code === 'unrecognized_keys' ? `an unknown member${path.length > 0 ? ` of ${path.join('/')}` : ''}` : path.join('/') || 'not an object',
  )
  throw new RangeError([...new Set(named)].join(', '))
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RangeError('not JSON')
  }
}
