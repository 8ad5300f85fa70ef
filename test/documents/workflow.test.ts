/** `.github/` is right though it cannot run here: GitHub's own parser reads the workflow, and no template asks for personal data. */
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, it } from 'vitest'
import { filesUnder, textOf } from '../support/project-files.ts'

const workflow = textOf('.github/workflows/ci.yml')

const faults = (content: string) =>
  parseWorkflow({ name: 'ci.yml', content }, new NoOperationTraceWriter())
    .context.errors.getErrors()
    .map(({ message }) => message)

describe('the workflow', () => {
  it('is read without a fault', () => {
    expect(faults(workflow)).toEqual([])
  })

  it.each([
    ['a key that does not exist', 'runs-on:', 'run-on:'],
    ['an expression that names nothing', 'matrix.node }}', 'matrx.node }}'],
    ['a value of another type', 'fail-fast: false', 'fail-fast: perhaps'],
    ['a permission that does not exist', 'contents: read', 'content: read'],
  ])('%s would be seen', (_, right, wrong) => {
    expect(workflow).toContain(right)
    expect(faults(workflow.replace(right, wrong)).length).toBeGreaterThan(0)
  })

  it('runs what everybody runs, on every supported version of Node, without a secret', () => {
    expect(workflow).toMatch(/^ {6}- run: \.ci\/run$/m)
    expect(workflow).toContain("node: ['20', '22', '24']")
    expect(workflow).not.toMatch(/secrets\./)
    expect(textOf('.nvmrc').trim()).toBe('20.19')
    expect(JSON.parse(textOf('package.json'))).toMatchObject({ engines: { node: '>=20.19' } })
  })
})

describe('templates', () => {
  const templates = filesUnder('.github').filter((path) => /template/i.test(path))

  it.each(templates)('%s asks that no real person be in it', (path) => {
    expect(textOf(path)).toMatch(/real person/)
    expect(textOf(path)).not.toMatch(/\b(your|full) name\b|e-?mail|telephone/i)
  })

  it('are three: a fault, a proposal and a change', () => {
    expect(templates.length).toBe(3)
  })
})
