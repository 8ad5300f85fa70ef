/** The register that a build relies on, and the pin of this machine, which then remembers it. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { leftOutBy, readDecision } from '../../editors/register/decision.ts'
import { type Pin, pinText, readPin, type TrustedRegister, trusted } from '../../editors/register/pin.ts'
import { readRegister, type SignedRegister } from '../../editors/register/register.ts'
import { RegisterRefused } from '../../editors/register/register-refused.ts'
import { atomicFile, syncFolder } from '../../runtime/atomic-file.ts'
import { Misuse } from '../../runtime/refusal.ts'

/** Name of the pin beside the memory of withdrawals, unless another is given. */
const PIN = 'register.pin'

export interface BuildRegister {
  readonly register?: string
  readonly pin?: string
  /** Registers that this machine has not used, oldest first. */
  readonly between: readonly string[]
  readonly without: readonly string[]
}

export interface PinnedRegister {
  readonly register: TrustedRegister
  /** Ids of cases that two people decided to build without, by edition. */
  readonly leftOut: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * The register of the build, which this machine remembers from now on; null where none is named and none was ever pinned here.
 * @param beside the memory of withdrawals, and the bundle: a pin is looked for in their folders  @throws RegisterRefused, Misuse
 */
export function pinnedRegister({ register: file, pin, between, without }: BuildRegister, beside: readonly string[]): PinnedRegister | null {
  const places = [...(pin === undefined ? [] : [pin]), ...beside.map((path) => join(dirname(path), PIN))]
  const place = pin ?? places.find((path) => existsSync(path)) ?? PIN
  if (file === undefined) {
    if (pin !== undefined || between.length + without.length > 0) throw new Misuse('--pin, --between and --without belong to --register')
    if (places.some((path) => existsSync(path))) throw new RegisterRefused('required')
    return null
  }
  if (!existsSync(place)) throw new Misuse('--register needs --pin: whose signatures this machine trusts (`register pin`)')
  const known = readPin(readFileSync(place, 'utf8'))
  const { register, pin: next } = trusted(registerIn(file), known, between.map(registerIn))
  const decisions = without.map((one) => readDecision(readFileSync(one, 'utf8')))
  const leftOut = leftOutBy(decisions, known.signers)
  keepPin(place, next)
  return { register, leftOut }
}

const registerIn = (file: string): SignedRegister => readRegister(readFileSync(file, 'utf8'))

function keepPin(path: string, pin: Pin): void {
  const file = atomicFile(path)
  try {
    file.write(pinText(pin))
    file.commit()
    syncFolder(dirname(path))
  } finally {
    file.discard()
  }
}
