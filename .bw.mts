const root=process.argv[2]!; const sizes=process.argv[3]!.split(',').map(Number); const seeds=process.argv[4]!.split(',').map(Number); const kinds=(process.argv[5]??'network').split(','); const audit=process.argv[6]==='audit'
const { population } = await import(root+'/server/demo/population/index.ts')
const { chance } = await import(root+'/server/demo/population/random.ts')
const { receive } = await import(root+'/survey-schema/receive.ts')
const { buildRelease } = await import(root+'/analysis/edition/build.ts')
const { POLICY_V1 } = await import(root+'/analysis/disclosure/policy.ts')
const { answers, QUESTION_BANK } = await import(root+'/server/demo/question-bank.ts')
const { checksum } = await import(root+'/server/sealing/checksum.ts')
const { utilityOf, together, COARSEST_CORE } = await import(root+'/analysis/edition/utility.ts')
const { auditsFor } = await import(root+'/server/build/audits.ts')
const { contributorsOf } = await import(root+'/analysis/edition/contributors.ts')
const { readingOf } = await import(root+'/analysis/snapshot/readings.ts')
const { levelOf, variableById } = await import(root+'/survey-schema/variables/index.ts')
const run = audit ? await auditsFor(POLICY_V1, 1) : null
for (const kind of kinds) for (const cases of sizes) for (const seed of seeds) {
const { cases: sent, organisations } = population({ cases, seed, kind })
const truth = sent.map(({ submission, organisation }:any) => ({ organisation, record: receive(submission, { currentYear: 2026, existingRecordRule: true }).record }))
const dice = chance(seed + 99)
const holdings = organisations.map((o:any) => o.holding ? 0 : null)
const shuffle=() => Math.floor(dice.next() * 4294967296)
let err=''
let built:any; try { built = buildRelease({ editions:[{id:'demo-1',questionnaire:'1.0',digest:'x',persons:'x',shuffle,cases: truth.map(({ record, organisation }:any) => ({ record, organisation, key: Math.floor(dice.next() * 2 ** 48) }))}], published:new Map(), byDecision:false, volumeShuffle:shuffle, fictional: true, holdings, policy: POLICY_V1, previous:null, checksum, audits: run?.audits }) } catch(e) { console.log(kind,cases,seed,'FAILED',String(e)); continue }
const { bundle, editor } = built
const by = new Map(editor.cells.map((c:any)=>[c.table+'|'+c.lines.join('|'),c])) as any
const con = contributorsOf(truth as any, holdings)
const parts:any[]=[]
const cellsOf = new Map<string, any[]>()
for (const c of editor.cells) { const k=c.table; if(!cellsOf.has(k)) cellsOf.set(k,[]); cellsOf.get(k)!.push(c) }
for (const t of bundle.tables) if(COARSEST_CORE.has(t.id)) parts.push(utilityOf(t, cellsOf.get(t.id)!.map((c:any)=>c.cases)))
const u=parts.length?together(parts):null
const a = answers(bundle, truth)
const silent = a.filter((x:any)=>x.state!=='answered')
console.log(kind,cases,'seed',seed,'bank',12-silent.length, u?`cells ${(100*u.nonZeroShown/u.nonZero).toFixed(1)} mass ${(100*u.massShown/u.mass).toFixed(1)} err ${(u.error/u.shown).toFixed(2)}`:'')
for (const q of silent) { const out:string[]=[]
 for (const {table,leading} of QUESTION_BANK.find((x:any)=>x.number===q.number)!.asks) { if(table==='routes'){out.push('routes');continue}
  const [v,l]=table.split('@'); const {categories}=levelOf(variableById(v)!,l)!
  const t=bundle.tables.find((x:any)=>x.id===table)!
  const rows=categories.map((cat:any)=>{ const idx=truth.flatMap(({record}:any,i:number)=>[readingOf(record,v)].flat().some((c:any)=>cat.codes.includes(c))?[i]:[]); const orgs=new Set(idx.map((i:number)=>truth[i].organisation)); const own=new Map<number,number>(); for(const i of idx) for(const k of con.knownTo[i]) own.set(k,(own.get(k)??0)+1); const obs=[...own].filter(([k,n])=>k>=con.submitting).map(([k,n])=>idx.length-n); const sub=Math.max(0,...[...own].filter(([k])=>k<con.submitting).map(([,n])=>n)); return {code:cat.code,n:idx.length,orgs:orgs.size,left:idx.length-sub,obs:Math.min(...obs)} }).sort((x:any,y:any)=>y.n-x.n).slice(0,leading??99).filter((r:any)=>r.n>=10&&r.orgs>=2)
  for (const r of rows) { const li=t.axes[0].lines.findIndex((x:any)=>x.code===r.code&&x.role==='value'||(r.code==='other'&&x.code==='rest')); const cell=li>=0?t.cells[li]:null; if(cell?.status==='shown') continue
   out.push(`${table}:${r.code} n=${r.n} left=${r.left} obs=${r.obs} ${li<0?'JOINED':by.get(table+'|'+t.axes[0].lines[li].code)?.reason}`) } }
 console.log('   ',q.number,out.join('; ')) }
}
await run?.close()
