/** The peer of the reads: a plain server that has the very bytes in memory, compressed already, and looks at nothing but the path. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [, , file = ''] = process.argv
const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { type: string; coding: string | null; base64: string }>
const answers = new Map(
  Object.entries(given).map(([path, { type, coding, base64 }]) => {
    const bytes = Buffer.from(base64, 'base64')
    const headers = { 'Content-Type': type, 'Content-Length': bytes.length, ...(coding ? { 'Content-Encoding': coding } : {}) }
    return [path, { bytes, headers }]
  }),
)

const server = createServer((request, response) => {
  const found = answers.get(request.url ?? '')
  if (found) response.writeHead(200, found.headers).end(found.bytes)
  else response.writeHead(200, { 'Content-Length': 2 }).end('ok')
})
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })))
