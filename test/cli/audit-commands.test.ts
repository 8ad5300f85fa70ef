/** `perturbation-table`, `perturb` and `audit` as statisticians run them: on files of others, with clear words for bad ones. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { makeEdition } from '../support/edition.ts'
import { PROGRAM } from '../support/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'audits-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: unknown) => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return join(folder, name)
}
const jnatip = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr, lines: stdout.trim().split('\n') }
}

describe('perturbation-table', () => {
  it('prints rows by count and figure, whose intervals run from 0 to 1', () => {
    const { status, lines } = jnatip('perturbation-table', '--d', '5', '--v', '3', '--js', '2')
    expect(status).toBe(0)
    expect(lines[0]).toBe('i,j,p,v,p_int_lb,p_int_ub')
    expect(lines[1]).toBe('0,0,1,0,0,1')
    const rows = lines.slice(1).map((line) => line.split(',').map(Number))
    expect(rows.map(([i]) => i)).toEqual([...rows.map(([i]) => i!)].sort((a, b) => a - b))
    for (const [index, [i, j, p, v, from, upTo]] of rows.entries()) {
      expect(j! - i!).toBe(v)
      expect(upTo! - from!).toBeCloseTo(p!, 12)
      const next = rows[index + 1]
      if (next && next[0] === i) expect(next[4]).toBe(upTo)
      else expect(upTo).toBe(1)
    }
  })

  it('prints JSON, follows the conditions, and refuses what cannot be made', () => {
    const flat = JSON.parse(jnatip('perturbation-table', '--d', '2', '--v', '1', '--js', '0', '--no-mono', '--format', 'json').stdout)
    expect(flat[0]).toEqual({ i: 0, j: 0, p: 1, v: 0, p_int_lb: 0, p_int_ub: 1 })
    const stays = JSON.parse(jnatip('perturbation-table', '--d', '3', '--v', '2', '--js', '0', '--pstay', '0.6', '--json').stdout)
    for (const { i, j, p } of stays.rows) if (i === j) expect(p).toBeGreaterThanOrEqual(0.6 - 1e-9)
    const refused = jnatip('perturbation-table', '--d', '4', '--v', '2', '--js', '2')
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('true count 1')])
    expect(jnatip('perturbation-table', '--d', 'x', '--v', '2', '--js', '2').status).toBe(2)
  })
})

describe('perturb', () => {
  const table = file('table.csv', '"i";"j";"v";"p_ij_ub"\n0;0;0;1\n1;0;-1;0.5\n1;2;1;1\n2;1;-1;0.25\n2;2;0;0.7500\n2;3;1;1\n')
  const records = file('records.csv', 'age,sex,key\n1,f,0.5\n1,f,0.75\n2,f,.1\n2,m,0.05\n')

  it('counts with all margins, adds keys without drift and takes the first interval beyond', () => {
    const { status, lines } = jnatip('perturb', '--records', records, '--keys', 'key', '--by', 'sex,age', '--table', table)
    expect(status).toBe(0)
    expect(lines).toEqual([
      'sex,age,n,cellkey,pert,published',
      'Total,Total,4,0.40,0,4',
      'Total,1,2,0.25,0,2',
      'Total,2,2,0.15,-1,1',
      'f,Total,3,0.35,0,3',
      'f,1,2,0.25,0,2',
      'f,2,1,0.10,-1,0',
      'm,Total,1,0.05,-1,0',
      'm,1,0,0.00,0,0',
      'm,2,1,0.05,-1,0',
    ])
  })

  it('reads files without a heading, and keys that are whole numbers', () => {
    const bare = file('bare.csv', '1;f;200\n1;f;100\n2;m;7\n')
    const listed = file('listed.csv', 'pcv,ckey,pvalue\n1,0,-1\n1,100,4\n2,0,-2\n2,40,3\n3,0,2\n')
    const whole = ['--records', bare, '--table', listed, '--modulus', '256', '--withhold-under', '2']
    const expected = ['Total,3,51,2,5', 'f,2,44,3,5', 'm,1,7,-1,NA']
    expect(jnatip('perturb', ...whole, '--keys', '3', '--by', '2').lines.slice(1)).toEqual(expected)
    expect(jnatip('perturb', ...whole, '--columns', 'age,sex,key', '--keys', 'key', '--by', 'sex').lines).toEqual([
      'sex,n,cellkey,pert,published',
      ...expected,
    ])
  })

  it('names the row of a bad key and the lack of a column, and repeats nothing', () => {
    const bad = file('bad.csv', 'sex,key\nf,0.5\nf,1.5\n')
    const wrong = jnatip('perturb', '--records', bad, '--keys', 'key', '--by', 'sex', '--table', table)
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('row 3')])
    expect(wrong.stderr).not.toContain('1.5')
    expect(jnatip('perturb', '--records', records, '--keys', 'nokey', '--by', 'sex', '--table', table).status).toBe(1)
    expect(jnatip('perturb', '--records', records, '--keys', 'key', '--by', 'sex', '--table', records).status).toBe(1)
    expect(jnatip('perturb', '--records', records, '--keys', 'key', '--by', 'sex', '--table', table, '--modulus', '256').status).toBe(2)
  })
})

describe('audit --tables', () => {
  const square = (published: readonly (number | null)[]) => ({
    atoms: [{ key: 'a' }, { key: 'b' }, { key: 'c' }, { key: 'd' }],
    cells: [[0], [1], [2], [3], [0, 1], [2, 3], [0, 2], [1, 3]].map((atoms, index) => ({
      id: `cell ${index}`,
      atoms,
      published: published[index],
    })),
  })

  it('says which cell leaks and its value, and exits with 1', () => {
    const leaking = file('leaking.json', square([null, 20, null, null, 29, 31, null, 30]))
    const { status, stdout } = jnatip('audit', '--tables', leaking)
    expect(status).toBe(1)
    expect(stdout).toContain('leaks: cell 0 is exactly 9')
    const { cells, exact, narrow } = JSON.parse(jnatip('audit', '--tables', leaking, '--json').stdout)
    expect(exact).toEqual(['cell 0', 'cell 2', 'cell 3', 'cell 6'])
    expect(cells[0]).toEqual({ id: 'cell 0', lower: 9, upper: 9 })
    expect(narrow).toEqual([])
  })

  it('says safe where all bounds are wide, and narrow where those of one cell are close', () => {
    const safe = jnatip('audit', '--tables', file('safe.json', square([null, null, null, null, 29, 31, 30, 30])))
    expect([safe.status, safe.lines.at(-1)]).toEqual([0, expect.stringMatching(/^safe/)])
    const close = jnatip('audit', '--tables', file('close.json', square([null, null, null, null, 3, 31, 10, 24])))
    expect([close.status, close.lines.at(-1)]).toEqual([1, expect.stringMatching(/^narrow/)])
    const open = jnatip('audit', '--tables', file('open.json', square([null, null, null, null, null, null, null, null])), '--json')
    expect(JSON.parse(open.stdout).cells[0]).toEqual({ id: 'cell 0', lower: 0, upper: null })
  })

  it('refuses what is no table, and figures that no counts fit', () => {
    const contradiction = jnatip('audit', '--tables', file('never.json', square([5, 5, 5, 5, 9, 10, 10, 10])))
    expect([contradiction.status, contradiction.stderr]).toEqual([1, expect.stringContaining('no counts fit')])
    const outside = square([1, 1, 1, 1, 2, 2, 2, 2])
    const bad = jnatip('audit', '--tables', file('outside.json', { ...outside, atoms: outside.atoms.slice(1) }))
    expect([bad.status, bad.stderr]).toEqual([1, expect.stringContaining('no_such_atom')])
    expect(jnatip('audit', '--tables', file('text.json', 'no table')).status).toBe(1)
    expect(jnatip('audit').status).toBe(2)
  })
})

describe('audit of a bundle', () => {
  let bundle = ''
  let editor = ''
  beforeAll(() => {
    // Under the policy itself an edition of this size has single tables only.
    const made = makeEdition({ cases: 150, seed: 2, policy: POLICY_V2 })
    bundle = file('edition.bundle', made.bundle)
    editor = file('edition.editor', made.editor)
  })

  it('judges with the truth only cells of few, without it every withheld one', () => {
    const seen = JSON.parse(jnatip('audit', bundle, '--json').stdout)
    const known = JSON.parse(jnatip('audit', bundle, '--editor', editor, '--json').stdout)
    expect(known.judged).toBeGreaterThan(50)
    expect(seen.judged).toBeGreaterThan(known.judged)
    expect(known.open).toEqual([])
    for (const one of [seen, known]) {
      const found = one.exact.length + one.narrow.length + one.posterior.length
      expect(one.verdict).toBe(found > 0 ? 'unsafe' : one.open.length > 0 ? 'open' : 'safe')
    }
  })

  it('says in one sentence what figures alone do not say, and does not call that unsafe', () => {
    const seen = jnatip('audit', bundle)
    expect([seen.status, seen.stdout.match(/judged by published figures alone/g)?.length]).toEqual([0, 1])
    expect(seen.stdout).not.toContain('unsafe')
    // Exact counts without keys and shares judge cells, and not the noise.
    const known = jnatip('audit', bundle, '--editor', editor).stdout
    expect([known.includes('alone'), known.includes('the noise was not checked')]).toEqual([false, true])
  })

  it("refuses a bundle that was changed, and another edition's truth", () => {
    const changed = makeEdition({ cases: 60, seed: 5, policy: POLICY_V2 })
    const broken = file('broken.bundle', { ...changed.bundle, tables: changed.bundle.tables.slice(1) })
    expect(jnatip('audit', broken).status).toBe(1)
    expect(jnatip('audit', bundle, '--editor', file('other.editor', changed.editor)).stderr).toContain('other_build')
  })
})
