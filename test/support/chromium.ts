/**
 * A browser for the journeys that needs nothing but `npm ci`: Chromium and its few libraries come from @sparticuz/chromium, Japanese
 * letters from BIZ UDPGothic. Where that build does not start (another processor), a Chromium of the system takes its place.
 */
import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

const cache = fileURLToPath(new URL('../../node_modules/.cache/jnatip-chromium', import.meta.url))
const installed = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/** Quiet: no phone calls home, and no sandbox, because a container often runs as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--no-first-run',
  '--font-render-hinting=none',
]

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The files of the npm package, unpacked once. Renamed into place at the end, so a broken-off run leaves nothing half there. */
async function unpacked(): Promise<{ executable: string; libraries: string }> {
  const executable = join(cache, 'chromium')
  const libraries = join(cache, 'lib')
  if (existsSync(executable)) return { executable, libraries }
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin')
  mkdirSync(dirname(cache), { recursive: true })
  const fresh = mkdtempSync(`${cache}-`)
  for (const [from, to, mode] of [
    ['chromium.br', 'chromium', 0o755],
    ['al2023.tar.br', 'al2023.tar', 0o644],
  ] as const) {
    await pipeline(createReadStream(join(packed, from)), createBrotliDecompress(), createWriteStream(join(fresh, to), { mode }))
  }
  spawnSync('tar', ['-xf', 'al2023.tar'], { cwd: fresh })
  rmSync(join(fresh, 'al2023.tar'))
  rmSync(cache, { recursive: true, force: true })
  renameSync(fresh, cache)
  return { executable, libraries }
}

/** A list of font folders for fontconfig. Without a font for them, kanji vanish from a page without a word. */
function fonts(): string {
  const file = join(cache, 'fonts.conf')
  const folders = [installed('@expo-google-fonts/biz-udpgothic'), '/usr/share/fonts']
  const lines = [...folders.map((folder) => `<dir>${folder}</dir>`), `<cachedir>${join(cache, 'fontconfig')}</cachedir>`]
  const preferred = '<alias><family>sans-serif</family><prefer><family>BIZ UDPGothic</family></prefer></alias>'
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${lines.join('')}${preferred}</fontconfig>`)
  return file
}

const starts = (executable: string, env: NodeJS.ProcessEnv) =>
  spawnSync(executable, ['--version', '--no-sandbox'], { env, timeout: 30_000 }).status === 0

/** A running browser; the caller closes it. @throws Error when neither the packed nor a system Chromium starts */
export async function launchChromium(): Promise<Browser> {
  const { executable, libraries } = await unpacked()
  const base = { ...process.env, FONTCONFIG_FILE: fonts(), HOME: cache }
  const beside = { ...base, LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') }
  const candidates = [[executable, base], [executable, beside], ...SYSTEM.filter(existsSync).map((path) => [path, base] as const)] as const
  const works = candidates.find(([path, env]) => starts(path, env))
  if (!works) throw new Error('No Chromium starts here: neither the one of @sparticuz/chromium nor one of the system')
  return chromium.launch({ executablePath: works[0], env: works[1] as Record<string, string>, args: FLAGS, headless: true })
}
