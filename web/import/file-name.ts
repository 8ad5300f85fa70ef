/** The name under which a file is sent. Loaded with the first sending, because it takes the keys of the organisation. */
import { requestName } from '../../survey-schema/credentials/request-name.ts'
import type { Signer } from '../../survey-schema/credentials/signed-submission.ts'

/** @param digest of everything that the file holds, and what becomes of cases that are held already */
export const name = (digest: string, signer: Signer | null): string => (signer ? requestName(signer.keys, digest) : digest)
