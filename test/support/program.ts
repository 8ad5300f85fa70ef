/** The command line as it is built for those who run it. Whatever runs tests has built it before (`server/cli/ready.mjs`). */
import { join } from 'node:path'
import { PROJECT } from './project-files.ts'

export const PROGRAM = join(PROJECT, 'dist/program/jnatip.mjs')
