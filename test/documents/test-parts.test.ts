import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../support/project-files.ts'
import { allParts, BUILD, partsOf, testFiles } from '../support/test-parts.ts'

const TESTS = join(PROJECT, 'test')
const names = (parts: readonly { readonly name: string }[]) => parts.map(({ name }) => name)

describe('npm test', () => {
  it('runs every file of tests in one part', () => {
    const folders = allParts().flatMap(({ tests, command }) => (tests ? command.filter((word) => word.startsWith(TESTS)) : []))
    const files = testFiles(TESTS).map((file) => join(TESTS, file))
    expect(files.length).toBeGreaterThan(100)
    for (const file of files) expect(folders.filter((folder) => file.startsWith(folder)).length, file).toBe(1)
  })

  it('runs parts and files by name, after a build where vitest runs them', () => {
    expect(names(partsOf(['types', 'lint']))).toEqual(['types', 'lint'])
    expect(names(partsOf(['store', 'journeys/form.test.ts', 'store']))).toEqual([BUILD.name, 'store', 'journeys/form.test.ts'])
  })

  it.each(['analisys', 'journeys/none.test.ts', 'journeys/running-demo.ts', '../package.json'])(
    'refuses %s and lists the parts',
    (name) => {
      expect(() => partsOf([name])).toThrow(/build, types, lint, unused, .*analysis, .*store/)
    },
  )
})
