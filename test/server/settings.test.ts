import { describe, expect, it } from 'vitest'
import { Misuse } from '../../server/runtime/refusal.ts'
import { environmentSettings, readSettings } from '../../server/runtime/settings.ts'

const plain = { dataDir: '/tmp/nowhere', port: 8787 }
const message = (given: Record<string, unknown>) => {
  try {
    readSettings(given)
  } catch (error) {
    if (error instanceof Misuse) return error.message
  }
  return 'accepted'
}

describe('settings', () => {
  it('P43 are read with loopback as the only place to listen', () => {
    expect(readSettings(plain)).toEqual({
      ...plain,
      host: '127.0.0.1',
      tickSeconds: 60,
      behindProxy: false,
      confirmLedger: false,
      rebuildLedger: false,
      newLogKey: false,
    })
    expect(readSettings({ ...plain, port: '0' }).port).toBe(0)
  })

  it.each([
    [{ ...plain, prot: 1 }, 'unknown setting'],
    [{ ...plain, port: 70000 }, 'port'],
    [{ ...plain, port: 'SECRET' }, 'port'],
    [{ ...plain, port: 80.5 }, 'port'],
    [{ port: 1 }, 'dataDir'],
    [{ ...plain, dataDir: '' }, 'dataDir'],
    [{ ...plain, behindProxy: 'perhaps' }, 'behindProxy'],
  ])('P43 refuse what is unknown or makes no sense, by name and not by value', (given, name) => {
    expect(message(given)).toContain(name)
    expect(message(given)).not.toMatch(/SECRET|perhaps|70000/)
  })

  it.each(['0.0.0.0', '::', '192.0.2.7', 'data-book.example'])(
    'P43 do not let the server listen on %s without TLS or an explicit proxy',
    (host) => {
      expect(message({ ...plain, host })).toContain('--behind-proxy')
      expect(readSettings({ ...plain, host, behindProxy: true }).host).toBe(host)
    },
  )

  it.each(['127.0.0.1', '::1', 'localhost'])('P43 let it listen on %s', (host) => {
    expect(readSettings({ ...plain, host }).host).toBe(host)
  })

  it('P43 refuse a variable of ours that is misspelt', () => {
    expect(environmentSettings({ JNATIP_PORT: '1', PATH: '/bin' })).toEqual({ port: '1' })
    expect(() => environmentSettings({ JNATIP_PROT: '1' })).toThrow(Misuse)
  })
})
