/**
 * Numbers of persons, as they were counted. They are no `number` to the compiler, so no figure, page, file or statistic takes one: what is
 * published is a `number`, and only disclosure control makes it (decision 26). At run time a count is the whole number itself, and many of
 * them are a `Uint32Array`, so the type costs nothing.
 */
declare const counted: unique symbol

/** A number of persons, 0 or more. Two of them can be compared, with each other only. */
export interface ExactCount {
  readonly [counted]: 'persons'
}

/** Numbers of persons in a fixed order. */
export interface ExactCounts {
  readonly [at: number]: ExactCount
  readonly length: number
}

/** Says of a plain number that it is one of persons. */
export const exactCount = (cases: number): ExactCount => cases as unknown as ExactCount

/** The same of many. */
export const exactCounts = (cases: Uint32Array): ExactCounts => cases as unknown as ExactCounts

/** Those from one place to before another, without a copy. */
export const someOf = (counts: ExactCounts, from: number, to: number): ExactCounts =>
  exactCounts((counts as unknown as Uint32Array).subarray(from, to))

/**
 * The plain number, for a rule that weighs it, an audit that calculates with it, and editors who may read it. Neither `analysis/publication`
 * nor the server that answers readers may import this, nor a page but the worker in which a partner counts its own file: the boundary check
 * says so.
 */
export const plainNumber = (count: ExactCount): number => count as unknown as number

export const NOBODY = exactCount(0)

/** Two groups of persons without anybody in common. */
export const plus = (one: ExactCount, other: ExactCount): ExactCount => exactCount(plainNumber(one) + plainNumber(other))

/** Who is left of the outer group without those in the inner one. */
export const minus = (outer: ExactCount, inner: ExactCount): ExactCount => exactCount(plainNumber(outer) - plainNumber(inner))

/** @example isBelow(exactCount(4), 5) === true */
export const isBelow = (count: ExactCount, least: number): boolean => plainNumber(count) < least

/**
 * Whether these are so few that a statement about them is one about single persons: somebody, but fewer than the policy's minimum.
 * @example isFew(exactCount(4), 5) === true
 */
export const isFew = (count: ExactCount, minimumCases: number): boolean => plainNumber(count) >= 1 && plainNumber(count) < minimumCases

/** For sorting: the smaller first. */
export const byCount = (one: ExactCount, other: ExactCount): number => plainNumber(one) - plainNumber(other)
