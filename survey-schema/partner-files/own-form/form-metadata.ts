/**
 * What tools of the ODK family add to every submission of their own: times, devices, users, links between sheets, states of review. It is
 * dropped by name. Sources: the exports of KoboToolbox (`formpack`), of ODK Central and of ODK Briefcase, and the metadata questions of XLSForm.
 */

const NAMES: ReadonlySet<string> = new Set([
  ...['start', 'end', 'today', 'deviceid', 'devicephonenum', 'phonenumber', 'subscriberid', 'simserial', 'username', 'audit'],
  ...['start-geopoint', 'background-audio', 'instanceid', 'instancename', 'rootuuid', 'deprecatedid', 'formhub', 'uuid', 'isodkentity'],
  ...['_id', '_uuid', '_index', '_submission_time', '_submitted_by', '_status', '_tags', '_notes', '_validation_status', '_xform_id'],
  ...['_xform_id_string', '_version_', '__version__', '_version', '_attachments', '_geolocation', '_duration', '_edited', '_root_uuid'],
  ...['_parent_index', '_parent_table_name', '_bamboo_dataset_id', '_deleted_at', '_media_count', '_total_media', '_media_all_received'],
  ...['submissiondate', 'key', 'parent_key', 'submitterid', 'submittername', 'attachmentspresent', 'attachmentsexpected', 'status'],
  ...['reviewstate', 'edits', 'formversion', 'completiondate', 'isvalidated', 'generated_table_list_label'],
])

/** Of the submission, repeated in every sheet of rows: `_submission__uuid`. */
const OF_SUBMISSION = /^_submission_[a-z_]{1,40}$/
/** Briefcase names the file of a repeat. */
const SET_OF = /^set-of-[a-z_]{1,40}$/

/** Whether a heading or a node is metadata of the tool. `segments` is its path, outermost first. */
export function isFormMetadata(segments: readonly string[]): boolean {
  const path = segments.map((segment) => segment.toLowerCase())
  const whole = path.join('-')
  return (
    path[0] === 'meta' || [path.at(-1) as string, whole].some((name) => NAMES.has(name) || OF_SUBMISSION.test(name) || SET_OF.test(name))
  )
}

/** Names that only such an export has; `start`, `status` or `key` may be headings of anybody. */
export const isFormMark = (segments: readonly string[]): boolean =>
  isFormMetadata(segments) && /^(?:_|meta$|formhub$|submissiondate$|instanceid$)/i.test(segments[0] as string)
