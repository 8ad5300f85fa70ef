/** A server whose first edition is published, and a client without any key: all that the public has. */
import { closedEdition, publish } from '../server/published.ts'

export async function publishedServer(cases = 160) {
  const running = await closedEdition(cases)
  await publish(running, running.built.bundle)
  return { ...running, ...running.built }
}

export const ADDRESS = '/api/v1/editions/2026-1/tables'

/** Asks as a browser does, following redirections. */
export async function ask(get: (path: string) => Response | Promise<Response>, path: string): Promise<Response> {
  const response = await get(path)
  const location = response.headers.get('location')
  return response.status === 308 && location ? get(location) : response
}
