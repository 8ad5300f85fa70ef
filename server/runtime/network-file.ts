/** The settings of the network in its file beside the database. It holds nothing secret: everybody is told all of it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NetworkSettings, PLAIN_NETWORK, readNetworkSettings } from '../network/settings.ts'
import { Misuse } from './refusal.ts'

export const networkPath = (dataDir: string): string => join(dataDir, 'network.json')

/** @throws Misuse naming the members that are unknown or cannot be used (P43) */
export function networkIn(dataDir: string): NetworkSettings {
  const path = networkPath(dataDir)
  if (!existsSync(path)) return PLAIN_NETWORK
  try {
    return readNetworkSettings(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof RangeError) throw new Misuse(`these settings in network.json cannot be used: ${error.message}`)
    throw error
  }
}
