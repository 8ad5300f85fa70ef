/** Whether the reader holds an answer already. */

/** True when the header `If-None-Match` names this entity tag, weakly or not, or any. @param tag with its quotation marks */
export const noneMatch = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((entry) => ['*', tag].includes(entry.trim().replace(/^W\//, '')))
