/** The description of the API as other people's programs read it: two linters, and a generator of clients. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectralCore from '@stoplight/spectral-core'
import { oas } from '@stoplight/spectral-rulesets'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { server } from './harness.ts'

let text: string
const folder = mkdtempSync(join(tmpdir(), 'jnatip-client-'))
const network = vi.fn(() => Promise.reject(new Error('a linter asked the network')))

beforeAll(async () => {
  const running = await server()
  text = await (await running.get('/api/v1/openapi.json')).text()
  running.close()
  vi.stubGlobal('fetch', network)
})
afterAll(() => {
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true })
})

/** A client of somebody else. Each line marked as an error has to be one. */
const CLIENT = `
import type { components, operations, paths } from './api.ts'

type Query = operations['table']['parameters']['query']
export const asked: Query = { rows: 'gender', lang: 'en', format: 'csv-long' }
// @ts-expect-error: a table has rows
export const nothing: Query = { lang: 'en' }
// @ts-expect-error: no such language
export const french: Query = { rows: 'gender', lang: 'fr' }
// @ts-expect-error: no such format
export const pdf: Query = { rows: 'gender', format: 'pdf' }

type Receipt = paths['/api/v1/cases']['post']['responses'][201]['content']['application/json']
export const codeOf = ({ receipt }: Receipt): string => receipt
// @ts-expect-error: a receipt says nothing of the person
export const nameOf = ({ name }: Receipt): string => name

type PutPart = paths['/api/v1/imports/{id}/parts/{part}']['put']
export const part: PutPart['parameters']['path'] = { id: '0', part: 1 }
export const storedOf = ({ rows }: components['schemas']['PartAnswer']): number => rows.filter(({ outcome }) => outcome === 'stored').length
export const problemOf = (problem: operations['submitCase']['responses'][422]['content']['application/problem+json']): string => problem.type
`

describe('the description of the API', () => {
  it('has no error and no warning of redocly', async () => {
    // Three routes take nothing that could be refused.
    const config = await createConfig({ extends: ['recommended'], rules: { 'operation-4xx-response': 'off' } })
    const problems = await lintFromString({ source: text, config, absoluteRef: '/openapi.json' })
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  })

  it('has no error and no warning of spectral', async () => {
    const spectral = new spectralCore.Spectral()
    // Whoever runs a server is its contact; a route whose summary says it all has no description beside it.
    const rules = { 'info-contact': 'off', 'operation-description': 'off' } as const
    spectral.setRuleset({ extends: [[oas, 'recommended']], rules } as Parameters<typeof spectral.setRuleset>[0])
    const results = await spectral.run(text)
    expect(results.map(({ code, message, path }) => [code, message, path.join('.')])).toEqual([])
  })

  it('makes a client that compiles, and refuses what the server would refuse', async () => {
    writeFileSync(join(folder, 'api.ts'), astToString(await openapiTS(JSON.parse(text))))
    writeFileSync(join(folder, 'client.ts'), CLIENT)
    const program = ts.createProgram([join(folder, 'client.ts')], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowImportingTsExtensions: true,
      types: [],
    })
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  it('is read without the network', () => {
    expect(network).not.toHaveBeenCalled()
  })
})
