/** An attack that borrowed from the defence would share its mistakes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('no attack imports the disclosure control that it attacks', () => {
  const files = ['test/attack', 'server/editors/attack'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((file) => join(folder, file)),
  )
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    const imported = [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path]) => path!)
    expect(
      // The build itself is what is attacked; its rules, noise and audits are not to be borrowed.
      imported.filter((path) => /analysis\/(catalogue|policy|disclosure\/(?!build-release\.ts$))/.test(path)),
      file,
    ).toEqual([])
  }
})
