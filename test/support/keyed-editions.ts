/** Editions as a build has them when it checks the noise: case ids, edition secrets, and figures made with the build's own keys. */
import { createHash } from 'node:crypto'
import type { Audits } from '../../analysis/disclosure/audits.ts'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { keyedShuffle, recordKey } from '../../server/editors/build/record-keys.ts'
import type { CheckedBuild } from '../../server/editors/noise-check/checked-build.ts'
import { editionSecretOf } from '../../server/editors/noise-check/own-secrets.ts'
import { hashed } from '../../server/sealing/keyed.ts'
import { derived } from '../../survey-schema/credentials/derived.ts'
import { editionInput, type Shape, type TrueEdition } from './edition.ts'

const bytes = (...words: readonly (string | number)[]) => createHash('sha256').update(words.join(' ')).digest()

export interface KeyedParts {
  /** In which edition each case stands, by its place; all in the first, if left out. */
  readonly editionOf?: (place: number) => number
  /** Private keys by edition; each its own, if left out. */
  readonly privateKey?: (edition: number) => Uint8Array
  /** The record key as a faulty build would make it. */
  readonly keyOf?: typeof recordKey
  /** Left out, a build without audits. */
  readonly audits?: Audits
}

/** One edition, or a volume of several, built without audits. */
export function keyedEditions(
  shape: Shape,
  { editionOf = () => 0, privateKey = (edition) => bytes('private key', shape.seed, edition), keyOf = recordKey, audits }: KeyedParts = {},
): CheckedBuild & { readonly input: TrueEdition } {
  const input = editionInput(shape)
  const [template] = input.editions
  const places = [...new Set(input.cases.map((_, place) => editionOf(place)))].sort((a, b) => a - b)
  const made = places.map((edition) => {
    const root = privateKey(edition)
    const secret = derived(root, 'edition-secret')
    const cases = input.cases.flatMap((known, place) => {
      if (editionOf(place) !== edition) return []
      const id = bytes('case', shape.seed, place).toString('hex').slice(0, 32)
      return [{ id, counted: { ...known, key: keyOf(secret, id) } }]
    })
    return { id: `fictional-${edition + 1}`, root, secret, cases }
  })
  const release = {
    ...input,
    editions: made.map(({ id, secret, cases }) => ({
      ...template!,
      id,
      cases: cases.map(({ counted }) => counted),
      shuffle: keyedShuffle(secret),
    })),
    cases: made.flatMap(({ cases }) => cases.map(({ counted }) => counted)),
    volumeShuffle: keyedShuffle(hashed('jnatip/volume-secret/1', ...made.map(({ secret }) => secret))),
  }
  const { bundle, editor } = buildRelease({ ...release, audits })
  return {
    input: release,
    bundle,
    cells: editor.cells,
    editions: made.map(({ id, root, cases }) => ({
      id,
      secret: editionSecretOf(root),
      published: [],
      persons: cases.map(({ id: name, counted: { reading, organisation, alsoReportedBy = [], key } }) => ({
        id: name,
        at: reading.at,
        codes: reading.codes,
        reportedBy: [organisation, ...alsoReportedBy],
        key,
      })),
    })),
    apart: [],
  }
}
