/** Everything of the questionnaire but questions and places, in Spanish. */
import type { Translation } from '../translation.ts'

export const sections: Translation['sections'] = {
  admin: 'Datos generales y consentimiento',
  source: 'Origen de la información',
  profile: 'La persona',
  before: 'Antes de salir',
  recruitment: 'El reclutamiento',
  route: 'El recorrido',
  status: 'Entrada y permiso de residencia',
  debt: 'Deuda y pago',
  exploitation: 'La explotación',
  expectation: 'Expectativas e imagen de Japón',
  contact: 'Cómo encontró ayuda',
  legal: 'Trato legal',
  assistance: 'La ayuda',
  return: 'El regreso y la vida después',
  assessment: 'Comparación con las definiciones',
  note: 'Nota final',
}

export const groups: Translation['groups'] = {
  route_legs: 'Tramos del viaje',
  contact_steps: 'Organizaciones con las que tuvo contacto',
}

/** Answers that are none; kept apart everywhere. */
export const states: Translation['states'] = {
  unknown: 'No se sabe',
  declined: 'Prefirió no responder',
  not_asked: 'No se preguntó o no hay registro',
  not_applicable: 'No corresponde',
}

/** Answers of more than one question. */
export const shared: Translation['shared'] = {
  yes_no: {
    yes: 'Sí',
    no: 'No',
  },
  age_bands: {
    '0_8': '0-8 años',
    '9_14': '9-14 años',
    '15_17': '15-17 años',
    '18_20': '18-20 años',
    '21_23': '21-23 años',
    '24_26': '24-26 años',
    '27_29': '27-29 años',
    '30_38': '30-38 años',
    '39_47': '39-47 años',
    '48_plus': '48 años o más',
    '9_17': '9-17 años',
    under_18: 'Menos de 18 años',
    '18_plus': '18 años o más',
  },
  image_scale: {
    very_good: 'Muy buena',
    good: 'Buena',
    neutral: 'Ni buena ni mala',
    bad: 'Mala',
    very_bad: 'Muy mala',
  },
  assistance: {
    none: 'Ninguna',
    shelter: 'Alojamiento seguro',
    medical: 'Atención médica',
    mental_health: 'Apoyo psicológico o consejería',
    legal_aid: 'Asesoría o defensa legal',
    interpretation: 'Interpretación o traducción',
    living_costs: 'Dinero para la vida diaria',
    travel_document: 'Documento de viaje o registro civil',
    wage_recovery: 'Cobro de salarios no pagados',
    training_work: 'Formación o ayuda para encontrar trabajo',
    child_support: 'Apoyo para hijas e hijos',
    return_travel: 'Viaje de regreso',
    reintegration: 'Apoyo para rehacer la vida después del regreso',
    other: 'Otra',
  },
}

export const words: Translation['words'] = {
  independence: 'La ayuda no depende de lo que responda.',
  not_reviewed: 'Esta traducción todavía no ha sido revisada por una persona de lengua materna española.',
  route_legs_hint:
    'Escriba el viaje por tramos, desde donde empezó: de 1 a 8 tramos, solo los países. Si todo ocurrió dentro de Japón, ponga Japón como salida y como llegada.',
  contact_steps_hint:
    'Escriba todas las organizaciones con las que la persona tuvo contacto, en orden; hasta 6. La de ustedes suele ser la última.',
  steps_ask: '¿Tuvo la persona contacto con alguna organización en el camino hacia la ayuda?',
  steps_reached: 'Sí (en orden, abajo)',
  steps_none: 'No tuvo contacto con ninguna organización',
  year_missing: 'Si no se puede indicar el año',
  up_to: 'Hasta {most}.',
  year_hint: 'Año (cuatro cifras)',
  length_hint: 'Hasta {most} caracteres',
  rows: '{most} filas como máximo.',
}

export const rules: Translation['rules'] = {
  R01: 'Sin una base para usar el caso en las tablas, el caso no se acepta y no se guarda nada de él.',
  R10: '“Ninguna”, “No se sabe” y respuestas parecidas no se combinan con otras.',
  invalid_date: 'Esto no se puede leer como un año.',
  too_long: 'El texto es demasiado largo.',
}
