/** How cases and files are sealed: the one suite of the project, which partners' programs use too. */
export { buffer, suite } from '../../survey-schema/credentials/hpke.ts'
