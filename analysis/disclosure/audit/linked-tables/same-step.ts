/** Two multiple answers about one step of contact, such as the organisation and what came of it, counted where one step has both. */
import type { Partition } from './partitions.ts'

/** A partition that tells apart at which step an option was ticked. */
export interface StepPartition extends Partition {
  /** The elementary cell of those who ticked the option at a step at which the other answer was given; null where it is not told apart. */
  readonly sameStep: number | null
}

export const anyStep = (partition: Partition): StepPartition => ({ ...partition, sameStep: null })

/**
 * The partition of an option with one elementary cell more: those who ticked it, but at no step at which the other answer was given. Every
 * line that holds the option holds both. A partition that is of no option stays as it is.
 */
export function splitByStep(partition: Partition): StepPartition {
  const ticked = partition.ofOption ? partition.elementsOf[partition.judged[0]!] : null
  const sameStep = ticked?.[0]
  if (sameStep === undefined) return anyStep(partition)
  const otherStep = partition.size
  const withOther = (elements: readonly number[]) => (elements.includes(sameStep) ? [...elements, otherStep] : elements)
  const [single, ...byLevel] = partition.groupings
  return {
    ...partition,
    size: partition.size + 1,
    elementsOf: partition.elementsOf.map((elements) => elements && withOther(elements)),
    groupings: [[...single!, [otherStep]], ...byLevel.map((grouping) => grouping.map(withOther))],
    sameStep,
  }
}
