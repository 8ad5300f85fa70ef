/**
 * Codes in the words of Article 3 (a) of the Protocol to Prevent, Suppress and Punish Trafficking in Persons (2000), from whose elements administrative
 * classifications start. A code that the article does not name has none: forced marriage, crime and begging, and adoption are exploitation "at a
 * minimum" of the forms that it names.
 */
import type { QuestionId } from '../questionnaire/index.ts'

const SEXUAL = 'exploitation of the prostitution of others or other forms of sexual exploitation'
const LABOUR = 'forced labour or services'

export const PROTOCOL_NAME = 'Protocol, Art. 3 (a)'

export const PROTOCOL_TERMS: Readonly<Partial<Record<QuestionId, Readonly<Record<string, string>>>>> = {
  act_elements: {
    recruitment: 'recruitment',
    transportation: 'transportation',
    transfer: 'transfer',
    harbouring: 'harbouring',
    receipt: 'receipt of persons',
  },
  means_elements: {
    threat_force: 'threat or use of force',
    coercion: 'other forms of coercion',
    abduction: 'abduction',
    fraud_deception: 'fraud; deception',
    abuse_of_power: 'abuse of power',
    abuse_of_vulnerability: 'abuse of a position of vulnerability',
    payment_to_controller:
      'giving or receiving of payments or benefits to achieve the consent of a person having control over another person',
  },
  purpose_elements: {
    sexual: SEXUAL,
    forced_labour: LABOUR,
    slavery: 'slavery or practices similar to slavery',
    servitude: 'servitude',
    organs: 'removal of organs',
  },
  exploitation_types: { sexual: SEXUAL, forced_labour: LABOUR, domestic_servitude: 'servitude', organ_removal: 'removal of organs' },
}
