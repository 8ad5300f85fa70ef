/** Phrases of the questionnaire, section I: sectors of work and kinds of places. */
import { about, type PhraseRows, said } from './rows.ts'

/** Work in a sector. */
const sector = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved exploitation in ${en}`, `${ja}で働かされた`, `of exploitation in ${en}`, `${ja}で働かされた人の`, nameEn, nameJa)

/** Exploitation at a place; the English holds its preposition. */
const place = (en: string, ja: string, nameEn: string, nameJa: string) =>
  said(`involved exploitation ${en}`, `${ja}で搾取された`, `of exploitation ${en}`, `${ja}で搾取された人の`, nameEn, nameJa)

export const PHRASES_I_WORKPLACES = {
  labour_sectors: {
    ...about('sector of the work', '働かされた業種', 'where the sector of work is known', '働かされた業種が分かる', 'of exploitation of labour or services, or where this is not known', '労働や役務を搾取された人（不明を含む）の'),
    categories: {
      agriculture: sector('agriculture or forestry', '農林業', 'agriculture and forestry', '農林業'),
      fishing: sector('fishing or aquaculture', '漁業や養殖業', 'fishing and aquaculture', '漁業・養殖業'),
      manufacturing: sector('manufacturing', '製造業', 'manufacturing', '製造業'),
      construction: sector('construction', '建設業', 'construction', '建設業'),
      transport: sector('transport', '運輸業', 'transport', '運輸業'),
      hospitality: sector('bars, restaurants or hotels', '飲食業や宿泊業', 'bars, restaurants and hotels', '飲食業・宿泊業'),
      cleaning_services: sector('cleaning or support services', '清掃などの請負サービス業', 'cleaning and support services', '清掃・請負サービス業'),
      care: sector('health or care services', '医療や介護の現場', 'health and care', '医療・介護'),
      entertainment: sector('entertainment', '芸能や娯楽の分野', 'entertainment', '芸能・娯楽'),
      household: sector('private households', '個人の家庭', 'private households', '家事・家庭内'),
      other: sector('another sector', 'その他の業種', 'other sectors', 'その他の業種'),
      primary: sector('farming, forestry or fishing', '農林漁業', 'farming, forestry and fishing', '農林漁業'),
      industry: sector('manufacturing or construction', '製造業や建設業', 'manufacturing and construction', '製造業・建設業'),
      services: sector('services', 'サービス業', 'services', 'サービス業'),
    },
  },
  venue_types: {
    ...about('kind of place of exploitation', '搾取を受けた場所の種類', 'where the kind of place is known', '搾取を受けた場所の種類が分かる'),
    categories: {
      bar_snack: place('in a hostess bar, pub or club', 'スナックやパブ、クラブ', 'hostess bar, pub or club', 'スナック・パブ・クラブ'),
      sex_shop: place('on sex-industry premises', '性風俗店', 'sex-industry premises', '性風俗店'),
      delivery_dispatch: said('involved exploitation through dispatch to hotels or homes', 'ホテルや客の自宅に派遣されて搾取された', 'of exploitation through dispatch to hotels or homes', 'ホテルや客の自宅に派遣されて搾取された人の', 'dispatch to hotels or homes', '派遣型（ホテル・自宅）'),
      strip_theatre: place('in a strip theatre', 'ストリップ劇場', 'strip theatre', 'ストリップ劇場'),
      massage: place('in a massage parlour', 'マッサージ店', 'massage parlour', 'マッサージ店'),
      restaurant_hotel: place('in a restaurant or hotel', '飲食店やホテル', 'restaurant or hotel', '飲食店・ホテル'),
      factory: place('in a factory', '工場', 'factory', '工場'),
      farm_boat: place('on a farm or boat', '農場や船', 'farm or boat', '農場・船'),
      construction_site: place('on a construction site', '建設現場', 'construction site', '建設現場'),
      care_home: place('in a care home', '介護施設', 'care home', '介護施設'),
      private_home: place('in a private home', '個人宅', 'private home', '個人宅'),
      online: place('online', 'オンライン', 'online', 'オンライン'),
      street: place('on the street', '路上', 'street', '路上'),
      other: place('in another kind of place', 'その他の場所', 'other places', 'その他の場所'),
      nightlife: place('in nightlife or the sex industry', '歓楽街の店や性風俗関連の営業', 'nightlife and sex industry', '歓楽・性風俗'),
      workplace: place('in a workplace such as a factory or farm', '工場や農場などの職場', 'workplaces such as factories and farms', '工場・農場などの職場'),
      home: place('in a private home', '個人宅', 'private home', '個人宅'),
    },
    levels: {
      venue4: { other: place('online, on the street or elsewhere', 'オンラインや路上、その他の場所', 'online, street or elsewhere', 'オンライン・路上・その他') },
    },
  },
} as const satisfies PhraseRows<'labour_sectors' | 'venue_types'>
