/** fast-check with the seed of the run, printed beside each failure with the path to its counterexample. Tests take fast-check from here alone. */
import fc from 'fast-check'
import { seedOfRun } from './seed.ts'

fc.configureGlobal({ seed: seedOfRun() })

export default fc
