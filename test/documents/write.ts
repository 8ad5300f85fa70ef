/** `npm run docs`: writes the documents that are made from data. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../support/project-files.ts'
import { GENERATED } from './generated.ts'

for (const [path, make] of Object.entries(GENERATED)) writeFileSync(join(PROJECT, path), make())
