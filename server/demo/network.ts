/** What the fictional network has set: everything that a network can switch on, with hotlines that nobody can call. */
import { ANSWER_LANGUAGES, type NetworkSettings } from '../network/settings.ts'

/** Numbers of the range that ends in zeros and is assigned to nobody; the names say that they are invented. */
export const FICTIONAL_NETWORK: Partial<NetworkSettings> = {
  answers: [...ANSWER_LANGUAGES],
  hotlines: [
    { name: '架空の相談窓口 (Fictional helpline)', telephone: '0120-000-000', hours: '9:00–17:00', languages: ['ja', 'en', 'th'] },
    {
      name: 'Fictional helpline / Línea de ayuda ficticia',
      telephone: '0120-000-001',
      hours: '10:00–20:00',
      languages: ['en', 'es', 'pt'],
    },
    { name: 'สายด่วนสมมุติ (Fictional helpline)', telephone: '0120-000-002', languages: ['th'] },
  ],
}
