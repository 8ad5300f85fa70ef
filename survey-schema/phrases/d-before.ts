/** Phrases of the questionnaire, section D: before leaving. */
import { about, ofPeople, type PhraseRows, said } from './rows.ts'

const left = (en: string, ja: string, nameEn: string, nameJa: string) => ofPeople(`who left home ${en}`, `${ja}故郷を離れた`, nameEn, nameJa)

/** Said of what others did with the circumstance, never of the person. */
const vulnerable = (en: string, ja: string, nameEn: string, nameJa: string = ja) =>
  ofPeople(`made vulnerable by ${en}`, `${ja}につけ込まれた`, nameEn, nameJa)

/** The Japanese says "before the exploitation", since not everybody left. */
const lived = (en: string, ja: string, nameEn: string, nameJa: string) => ofPeople(`${en} before leaving`, `被害に遭う前${ja}`, nameEn, nameJa)

const NO_WORK = lived('without work', 'は仕事に就いていなかった', 'no work', '無職')

export const PHRASES_D = {
  livelihood_before: {
    ...about('livelihood before leaving', '渡航（被害）前の生計', 'where the livelihood before leaving is known', '渡航（被害）前の生計が分かる'),
    categories: {
      unemployed: NO_WORK,
      agriculture: lived('in farming or fishing', 'に農業や漁業に従事していた', 'farming or fishing', '農業・漁業'),
      factory: lived('in factory work', 'に工場で働いていた', 'factory work', '工場労働'),
      shop_service: lived('in shop, restaurant or other service work', 'に販売や飲食、サービス業で働いていた', 'shop, restaurant or other service', '販売・飲食・サービス業'),
      domestic_work: lived('in domestic work', 'に家事労働に従事していた', 'domestic work', '家事労働'),
      entertainment: lived('in entertainment', 'に芸能や接客の仕事をしていた', 'entertainment', '芸能・接客'),
      sex_work: lived('in sex work', 'に性産業で働いていた', 'sex work', '性産業'),
      office_professional: lived('in office or professional work', 'に事務職や専門職に就いていた', 'office or professional work', '事務・専門職'),
      informal_trade: lived('in street or informal trade', 'に露店などの商いをしていた', 'street or informal trade', '露店・インフォーマルな商い'),
      unpaid_family_work: lived('in unpaid family work', 'に無報酬で家族の仕事をしていた', 'unpaid work in the family', '家族の仕事（無報酬）'),
      student: lived('who were students', 'は学生や生徒だった', 'student', '学生・生徒'),
      other: lived('with another livelihood', 'はその他の方法で生計を立てていた', 'other', 'その他'),
      working: lived('who were working', 'に働いていた', 'working', '就業'),
      not_working: NO_WORK,
    },
  },
  migration_before: {
    ...about('earlier moves for work', '以前の出稼ぎ・移住', 'where it is known whether there were earlier moves for work', '以前の出稼ぎ・移住の有無が分かる'),
    categories: {
      none: ofPeople('with no earlier moves for work', 'それまで出稼ぎや移住をしていなかった', 'no earlier moves', '出稼ぎ・移住なし'),
      internal: ofPeople('with earlier moves for work inside their country', '以前に国内で出稼ぎや移住をしていた', 'inside the country', '国内'),
      other_country: ofPeople('with earlier moves to countries other than Japan', '以前に日本以外の国へ出稼ぎや移住をしていた', 'to a country other than Japan', '日本以外の国'),
      japan: ofPeople('with earlier moves for work to Japan', '以前にも出稼ぎや移住で来日していた', 'to Japan', '日本'),
    },
  },
  push_factors: {
    ...about('reasons for leaving', '渡航の理由・背景', 'where the reasons for leaving are known', '渡航の理由・背景が分かる'),
    categories: {
      poverty: left('because of poverty', '貧困を背景に', 'poverty', '貧困'),
      no_work: left('because of low pay or no work', '仕事の不足や低賃金を背景に', 'no work or low pay at home', '仕事がない・賃金が低い'),
      family_debt: left('because of personal or family debt', '本人や家族の借金を背景に', 'debt of the person or family', '本人・家族の借金'),
      support_children: left('to support children', '子どもを養うために', 'to support children', '子どもの養育'),
      support_parents: left('to support parents or siblings', '親やきょうだいを養うために', 'to support parents or siblings', '親・きょうだいの扶養'),
      education_costs: left('to pay for education', '学費を得るために', 'cost of education', '学費'),
      medical_costs: left('to pay for medical care in the family', '家族の医療費を得るために', 'cost of illness in the family', '家族の医療費'),
      family_violence: left('because of violence or abuse in the family', '家庭内の暴力や虐待を背景に', 'violence or abuse in the family', '家庭内の暴力・虐待'),
      family_breakdown: left('after separation, divorce or death in the family', '離別や離婚、家族の死を背景に', 'separation, divorce or death in the family', '離別・離婚・家族の死'),
      conflict_persecution: left('because of conflict or persecution', '紛争や迫害を背景に', 'conflict or persecution', '紛争・迫害'),
      disaster: left('because of a disaster', '災害を背景に', 'disaster', '災害'),
      discrimination: left('because of discrimination', '差別を背景に', 'discrimination', '差別'),
      independence: left('for independence or a new life', '自立や新しい生活を求めて', 'wish for independence or a new life', '自立・新しい生活への希望'),
      peers_went: left('as friends or neighbours had done', '友人や近所の人に続いて', 'friends or neighbours had gone', '友人や近所の人の渡航'),
      marriage: left('for marriage or a relationship', '結婚や交際のために', 'marriage or a relationship', '結婚・交際'),
      other: left('for another reason', 'その他の理由で', 'other', 'その他'),
    },
  },
  vulnerability_factors: {
    ...about('circumstances that exploiters used', 'つけ込まれた事情', 'where it is known what circumstances exploiters used', 'つけ込まれた事情の有無が分かる'),
    categories: {
      none: said('showed no known vulnerability of this kind', '特段の事情につけ込まれていなかった', 'with no known vulnerability of this kind', '特段の事情につけ込まれていなかった人の', 'none known', '特になし'),
      earlier_abuse: vulnerable('past abuse or violence', '過去の虐待や暴力', 'past abuse or violence', '過去の虐待・暴力'),
      disability_illness: vulnerable('disability or illness', '障がいや病気', 'disability or illness', '障がい・病気'),
      mental_health: vulnerable('mental health difficulties', '心の健康の問題', 'mental health difficulties'),
      addiction: vulnerable('dependence on alcohol or drugs', 'アルコールや薬物への依存', 'dependence on alcohol or drugs', 'アルコール・薬物への依存'),
      homelessness: vulnerable('having no home or having run away', '住まいのないことや家出', 'no home or having run away', '住まいがない・家出中'),
      low_literacy: vulnerable('difficulty reading or little schooling', '読み書きの困難や就学機会の不足', 'difficulty reading or little schooling', '読み書きの困難・就学機会の不足'),
      minority: vulnerable('belonging to a minority', '少数者であること', 'member of a minority', '少数者（民族・宗教・性的少数者など）'),
      irregular_status: vulnerable('irregular migration status', '非正規の在留状態', 'irregular migration status'),
      no_japanese: vulnerable('not knowing Japanese', '日本語を理解できないこと', 'no Japanese language', '日本語が分からない'),
      pregnant: vulnerable('pregnancy', '妊娠中であること', 'pregnancy', '妊娠中'),
      online_contact: vulnerable('dependence on contacts made online', 'ネット上の人間関係への依存', 'dependence on contacts made online'),
      other: vulnerable('other circumstances', 'その他の事情', 'other', 'その他'),
    },
  },
} as const satisfies PhraseRows<'livelihood_before' | 'migration_before' | 'push_factors' | 'vulnerability_factors'>
