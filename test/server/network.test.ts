import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNetworkSettings } from '../../server/network/settings.ts'
import { networkIn, networkPath } from '../../server/runtime/network-file.ts'
import { Misuse } from '../../server/runtime/refusal.ts'
import { server } from './harness.ts'

const HOTLINE = { name: 'Invented Hotline', telephone: '0120-000-000', hours: '9–17', languages: ['ja', 'en'] }
const WHOLE = {
  quick_exit: 'https://weather.example/tokyo',
  receipt_host: 'code.example',
  answers: ['en', 'ja-simple'],
  hotlines: [HOTLINE],
}
const PLAIN = { quick_exit: 'https://www.jma.go.jp/bosai/forecast/', receipt_host: null, answers: [], hotlines: [] }

describe('the settings of the network', () => {
  it('P43 are taken whole, in part, or not at all', () => {
    expect(readNetworkSettings(JSON.stringify(WHOLE))).toEqual(WHOLE)
    expect(readNetworkSettings('{}')).toEqual(PLAIN)
  })

  it.each<[string, object | string]>([
    ['an unknown member', { SECRET: 1 }],
    ['an unknown member of hotlines/0', { hotlines: [{ ...HOTLINE, SECRET: 1 }] }],
    ['quick_exit', { quick_exit: 'http://SECRET.example' }],
    ['quick_exit', { quick_exit: 'https://SECRET:x@weather.example' }],
    ['receipt_host', { receipt_host: 'jnatip.example' }],
    ['receipt_host', { receipt_host: 'anti-trafficking.example' }],
    ['receipt_host', { receipt_host: 'https://code.example' }],
    ['receipt_host', { receipt_host: 'localhost' }],
    ['answers/0', { answers: ['SECRET'] }],
    ['hotlines/0/telephone', { hotlines: [{ ...HOTLINE, telephone: 'SECRET' }] }],
    ['hotlines/0/languages', { hotlines: [{ ...HOTLINE, languages: [] }] }],
    ['not an object', []],
    ['not JSON', '{"SECRET'],
  ])('P43 are refused by name (%s), never by value', (name, given) => {
    const text = typeof given === 'string' ? given : JSON.stringify(given)
    const refused = () => readNetworkSettings(text)
    expect(refused).toThrow(RangeError)
    expect(refused).toThrow(name)
    expect(refused).not.toThrow(/SECRET|example|jnatip/)
  })

  it('P43 stand in a file of the data folder; without one nothing is set, and a wrong one does not start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jnatip-network-'))
    expect(networkIn(folder)).toEqual(PLAIN)
    writeFileSync(networkPath(folder), JSON.stringify(WHOLE))
    expect(networkIn(folder)).toEqual(WHOLE)
    writeFileSync(networkPath(folder), '{"quick_exit":"SECRET"}')
    expect(() => networkIn(folder)).toThrow(Misuse)
    expect(() => networkIn(folder)).toThrow('network.json cannot be used: quick_exit')
    rmSync(folder, { recursive: true })
  })
})

describe('GET /api/v1/network', () => {
  let running: Awaited<ReturnType<typeof server>>
  beforeAll(async () => {
    running = await server({ settings: readNetworkSettings(JSON.stringify(WHOLE)) })
  })
  afterAll(() => running.close())

  it('tells everybody what the network has set', async () => {
    expect(await (await running.get('/api/v1/network')).json()).toEqual(WHOLE)
  })
})
