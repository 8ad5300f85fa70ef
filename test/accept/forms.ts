/** The forms of the questionnaire before the official schemas of others, which are not part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { validateXML } from 'xmllint-wasm'
import type { Checks } from './checks.ts'
import type { Processes } from './processes.ts'

/** Pages of 64 KiB: the schema of DDI is large. */
const PAGES = { initialMemoryPages: 2048, maxMemoryPages: 8192 }

/** Checks what stands under `schemas/` of the data folder; what is not there is not checked. */
export async function checkForms(to: Checks, all: Processes, data: string, folder: string): Promise<void> {
  const schemas = join(data, 'schemas')
  if (!existsSync(schemas)) return
  const out = join(folder, 'forms')
  const { code, stderr } = await all.run('schema', '--to', 'ddi,datapackage', '--out', out)
  to.holds('schema writes the forms', code === 0, stderr.trim())
  if (existsSync(join(schemas, 'ddi/codebook.xsd'))) await ddi(to, schemas, join(out, 'case.ddi.xml'))
  if (existsSync(join(schemas, 'frictionless'))) frictionless(to, join(schemas, 'frictionless'), join(out, 'datapackage/datapackage.json'))
}

/** Ours is valid; the examples of the data folder, which are and are not, show that the judge is awake. */
async function ddi(to: Checks, schemas: string, ours: string) {
  const examples = join(schemas, 'ddi-examples')
  const valid = ['min.xml', 'full.xml']
  const files = existsSync(examples) ? readdirSync(examples).filter((name) => name.endsWith('.xml')) : []
  const folder = join(schemas, 'ddi')
  const parts = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => /\.(xsd|ent)$/.test(path))
  const read = (path: string, fileName: string) => ({ fileName, contents: readFileSync(path, 'utf8') })
  const { rawOutput } = await validateXML({
    xml: [read(ours, 'ours.xml'), ...files.map((name) => read(join(examples, name), name))],
    schema: [read(join(folder, 'codebook.xsd'), 'codebook.xsd')],
    preload: parts.filter((path) => path !== 'codebook.xsd').map((path) => read(join(folder, path), path)),
    ...PAGES,
  })
  const passes = (name: string) => rawOutput.includes(`${name} validates`)
  const complaint = rawOutput.split('\n').find((line) => line.startsWith('ours.xml')) ?? ''
  to.holds('DDI-Codebook 2.6 is valid by the official schema', passes('ours.xml'), complaint)
  to.equal('of the examples, valid are', files.filter(passes).sort(), files.filter((name) => valid.includes(name)).sort())
}

function frictionless(to: Checks, folder: string, ours: string) {
  const schema = (name: string) => {
    const { $schema: _, ...rest } = JSON.parse(readFileSync(join(folder, `${name}-2.0.json`), 'utf8')) as Record<string, unknown>
    return new Ajv({ strict: false, validateFormats: false }).compile(rest)
  }
  const judges = {
    package: schema('datapackage'),
    resource: schema('dataresource'),
    table: schema('tableschema'),
    dialect: schema('tabledialect'),
  }
  const given = JSON.parse(readFileSync(ours, 'utf8')) as { resources: { name: string; schema: { fields: object[] }; dialect: object }[] }
  const judged = (name: keyof typeof judges, value: unknown, what: string) => {
    const ok = judges[name](value)
    to.holds(
      `${what} is valid by the profile of Data Package 2.0`,
      ok,
      (judges[name].errors ?? [])
        .map((error) => `${error.instancePath} ${error.message}`)
        .slice(0, 3)
        .join('; '),
    )
  }
  judged('package', given, 'the descriptor')
  for (const resource of given.resources) {
    judged('resource', resource, `the file ${resource.name}`)
    judged('table', resource.schema, `the table ${resource.name}`)
    judged('dialect', resource.dialect, `the dialect of ${resource.name}`)
  }
  to.holds('a field of no type is refused by it', !judges.table({ fields: [{ name: 'x', type: 'word' }] }))
}
