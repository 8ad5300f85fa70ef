/** Before tests that start the program or open its pages: both are as new as their sources. */
import { execFileSync } from 'node:child_process'
import { PROJECT } from './project-files.ts'

export default function setup() {
  execFileSync(process.execPath, ['server/cli/ready.mjs'], { cwd: PROJECT, stdio: 'inherit' })
}
