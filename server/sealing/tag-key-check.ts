/** A key is known again by what it makes of a fixed word; nothing about the key, or a tag, follows from it. */

import { derived } from '../../survey-schema/credentials/derived.ts'
import { equalBytes } from './bytes.ts'
import { keyed } from './keyed.ts'

/** 32 bytes. */
export const tagKeyCheck = (tagKey: Uint8Array): Uint8Array => keyed(derived(tagKey, 'jnatip/tag-key-check/1'), 'check')

/** @param held as the database has it */
export const isTagKey = (tagKey: Uint8Array, held: Uint8Array): boolean => equalBytes(tagKeyCheck(tagKey), held)
