/** Countries, places, languages and organisations are named in the order of their list, so that no sentence ranks them. */

export const NEVER_RANKED: ReadonlySet<string> = new Set([
  'citizenship',
  'route_origin',
  'route_transit',
  'route_destination',
  'exploitation_prefectures',
  'source_type',
  'source_place',
  'contact_first_actor',
  'contact_last_actor',
  'step_actor',
  'first_language',
])
