/** The peer of the intake: a plain server that checks the shape and keeps the text in clear, one commit a request. It strips, seals and tags nothing. */
import { serve } from '@hono/node-server'
import Database from 'better-sqlite3'
import { Hono } from 'hono'
import { submissionSchema } from '../../survey-schema/answers/shapes.ts'

const [, , path = ''] = process.argv
const database = new Database(path)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('create table submission (id integer primary key, body text not null)')
const insert = database.prepare('insert into submission (body) values (?)')

const app = new Hono().post('/api/v1/cases', async (c) => {
  const body = await c.req.text()
  const parsed = submissionSchema.safeParse(JSON.parse(body))
  if (!parsed.success) return c.json({ error: 'invalid' }, 422)
  const { lastInsertRowid } = insert.run(JSON.stringify(parsed.data))
  return c.json({ id: Number(lastInsertRowid) }, 201)
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` })))
