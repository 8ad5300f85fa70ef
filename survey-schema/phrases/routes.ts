/** How what follows from a journey is said: origin, transit, destination, and the role of Japan. */
import { destinationPhrases, originPhrases, transitPhrases } from './places.ts'
import { about, type PhraseRows, said } from './rows.ts'

export const PHRASES_ROUTES = {
  route_origin: {
    ...about('where the journey began', '出身国（出発地）', 'where the origin is known', '出身国が分かる'),
    categories: originPhrases,
  },
  route_transit: {
    ...about('first country of transit', '最初の経由国', 'where it is known whether there was transit', '経由国の有無が分かる'),
    categories: {
      ...transitPhrases,
      direct: said(
        'involved a direct journey',
        'どの国も経由せずに移動した',
        'with a direct journey',
        'どの国も経由せずに移動した人の',
        'no country of transit',
        '経由国なし',
      ),
    },
  },
  route_destination: {
    ...about('where the journey led', '行き先の国', 'where the destination is known', '行き先の国が分かる'),
    categories: destinationPhrases,
  },
  japan_role: {
    ...about(
      'role of Japan in the journey',
      '移動における日本の位置づけ',
      'where the role of Japan is known',
      '移動における日本の位置づけが分かる',
    ),
    categories: {
      destination: said(
        'had Japan as the destination',
        '日本を目的地としていた',
        'with Japan as the destination',
        '日本を目的地とした人の',
        'destination',
        '目的地',
      ),
      transit: said(
        'involved a journey through Japan',
        '日本を経由した',
        'with a journey through Japan',
        '日本を経由した人の',
        'transit',
        '経由地',
      ),
      origin: said(
        'involved a journey from Japan to another country',
        '日本から国外へ向かった',
        'with a journey from Japan to another country',
        '日本から国外へ向かった人の',
        'origin',
        '出発地',
      ),
      internal: said(
        'involved a journey inside Japan only',
        '国内の移動だけだった',
        'with a journey inside Japan only',
        '国内の移動だけだった人の',
        'inside Japan only',
        '国内のみ',
      ),
      none: said(
        'involved a journey wholly outside Japan',
        '日本を通らなかった',
        'with a journey wholly outside Japan',
        '日本を通らなかった人の',
        'no stage in Japan',
        '日本を通らない',
      ),
    },
  },
} as const satisfies PhraseRows<'route_origin' | 'route_transit' | 'route_destination' | 'japan_role'>
