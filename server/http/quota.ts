/** Quotas of an organisation: 429 with the rule of the quota and what frees it. What is staged is counted in the store, questions here. */
import { createMiddleware } from 'hono/factory'
import { QUOTA_RULES, QUOTAS, type QuotaRule } from '../../survey-schema/quotas.ts'
import type { Credential } from './credential.ts'
import { declares } from './operation.ts'
import { WordedProblem } from './problem.ts'

/** The pointer names the request as a whole: no part of it is wrong. */
export const quotaReached = (rule: QuotaRule): WordedProblem =>
  new WordedProblem('quota-reached', QUOTA_RULES[rule].ja, [{ pointer: '', rule }])

export interface Rate {
  /** False when this organisation has to wait. */
  take(organisation: number): boolean
}

/** Organisations that are remembered. One that asks no more is full again soon, and then as good as forgotten. */
const REMEMBERED = 1000

/**
 * A bucket of tokens for each organisation, in memory: a restart fills them.
 * @param seconds since some moment; only differences count
 */
export function questionRate(seconds: () => number = () => performance.now() / 1000): Rate {
  /** In the order of the last question, the longest ago first. */
  const buckets = new Map<number, { readonly tokens: number; readonly at: number }>()
  return {
    take(organisation) {
      const now = seconds()
      const { tokens, at } = buckets.get(organisation) ?? { tokens: QUOTAS.questions, at: now }
      const left = Math.min(QUOTAS.questions, tokens + (now - at) * QUOTAS.questionsEach)
      buckets.delete(organisation)
      buckets.set(organisation, { tokens: left < 1 ? left : left - 1, at: now })
      for (const longest of buckets.keys()) {
        if (buckets.size <= REMEMBERED) break
        buckets.delete(longest)
      }
      return left >= 1
    },
  }
}

/** A question of an organisation, whose key was looked at before. @throws ProblemError 'quota-reached' */
export const question = (rate: Rate) =>
  declares(
    { problems: ['quota-reached'] },
    createMiddleware<{ Variables: { readonly credential: Credential } }>(async (c, next) => {
      if (!rate.take(c.var.credential.organisation)) throw quotaReached('questions')
      await next()
    }),
  )
