/** Headings that partners give to columns which are questions of ours. Offered, never applied without a yes. Joined with `|`. */
export const HEADING_WORDS: Readonly<Record<string, string>> = {
  partner_case_key:
    '管理番号|整理番号|case ref|case ref.|case reference|reference no|ref no|record no|code name|管理no|管理コード|ケースid|事例番号|事例no|รหัสเคส|código de caso|codigo de caso|no|no.|nr|number|#|id|key|code|case id|case code|case key|case|ref|番号|通し番号|連番|符号|整理符号|ケース符号|ケースno|ケース|ケース番号|code word|codigo|código|รหัส|ลำดับ|bilang',
  registration_year:
    'date reported|reported|date of report|report date|year reported|case opened|date opened|first contact|date of first contact|受理年月日|受付年月日|相談年月日|通報日|報告日|初回面接日|fecha|fecha de ingreso|fecha de reporte|petsa|petsa ng ulat|วันที่แจ้ง|วันที่รับแจ้ง|year|registration year|year of registration|intake year|intake date|date of intake|registration date|date of registration|registered|year registered|opened|受付年|受付日|受付年度|受付|年|年度|相談年|相談日|相談開始年|相談受付日|登録年|受理年|受理日|初回相談日|保護年|año|año de registro|fecha de registro|taon|petsa ng pagtanggap|ปี|ปีที่รับเรื่อง|วันที่รับเรื่อง',
  consent_basis: 'consent|consent basis|同意|同意の有無|研究同意|consentimiento|ความยินยอม',
  source_type: 'source|reported by|organisation type|organization type|報告元|情報源|相談経路|紹介元種別',
  information_basis: 'information basis|basis|source of information|情報の根拠|根拠|情報入手方法',
  gender: 'sex|gender|m/f|性|性別|男女|sexo|género|genero|kasarian|เพศ',
  age_band_registration:
    'age|age at registration|age at intake|age group|age band|年齢|年齢層|年代|齢|受付時年齢|相談時年齢|保護時年齢|現在の年齢|edad|edad|edad al registro|gulang|edad ng biktima|อายุ',
  age_band_recruitment: 'age at recruitment|age when recruited|age when trafficked|勧誘時年齢|被害時年齢|来日時年齢|edad al reclutamiento',
  minor_when_exploited: 'minor|child|under 18|minor at exploitation|未成年|児童|18歳未満|menor de edad',
  citizenship:
    'nationality|nationalities|citizenship|country of citizenship|country|国|国籍|国籍・地域|国籍地域|出身国|出身|nacionalidad|ciudadanía|país|nasyonalidad|สัญชาติ|ประเทศ',
  first_language: 'language|mother tongue|native language|first language|言語|母語|母国語|使用言語|idioma|lengua materna|wika|ภาษา',
  education: 'education|schooling|education level|学歴|最終学歴|educación|nivel educativo|edukasyon|การศึกษา',
  marital_status: 'marital status|civil status|婚姻|婚姻状況|配偶関係|未婚・既婚|estado civil|สถานภาพ',
  recruitment_mode:
    'method of recruitment|recruitment method|recruited how|how was she recruited|勧誘の方法|勧誘手段|勧誘経路|リクルート方法|forma de reclutamiento|paraan ng pagrekrut|วิธีการชักชวน|recruitment|how recruited|mode of recruitment|勧誘|勧誘方法|経緯区分|被害の始まり|reclutamiento',
  recruiter_relation:
    'recruiter|relation to recruiter|relationship to recruiter|勧誘者|勧誘者との関係|勧誘した人|relación con el reclutador',
  leg_from_country: 'origin|country of origin|from|departure country|出発国|送出国|país de origen|ประเทศต้นทาง',
  leg_to_country: 'destination|destination country|country of exploitation|to|到着国|受入国|被害国|país de destino|ประเทศปลายทาง',
  exploitation_prefectures:
    'where in japan|place in japan|prefecture in japan|location in japan|県|都道府県名|被害場所|被害の場所|被害場所(都道府県)|lugar en japón|saan sa japan|prefecture|prefecture of exploitation|place of exploitation (prefecture)|都道府県|被害都道府県|被害地|就労地|prefectura|จังหวัดในญี่ปุ่น',
  arrival_year:
    'arrival year|year of arrival|arrived|entry year|year of entry|date of entry|来日年|入国年|来日|来日年月|入国年月|año de llegada|ปีที่เข้าญี่ปุ่น',
  entry_status: 'visa|entry visa|visa at entry|status at entry|入国時資格|入国時在留資格|入国時の在留資格|来日時の在留資格|visado|วีซ่า',
  status_at_contact:
    'status|residence status|status of residence|current visa|visa status|在留資格|現在の在留資格|ビザ|estatus migratorio|สถานะการพำนัก',
  debt_imposed: 'debt (y/n)|debt imposed|had debt|借金の有無|借金有無|deuda (sí/no)',
  debt_band:
    'debt|debts|debt amount|amount owed|debt in jpy|借金|借金額|債務|負債|前借金|deuda|utang|หนี้|หนี้สิน|amount of debt|debt amount (yen)|debt in yen|借金の額|借金(円)|借金（円）|債務額|monto de la deuda',
  exploitation_types:
    'exploitation type|form of abuse|what happened|被害の内容|被害の形態|被害状況|tipo de trata|ประเภทการแสวงหาประโยชน์|exploitation|type of exploitation|types of exploitation|form of exploitation|kind of exploitation|trafficking type|被害|被害内容|被害の種類|被害種別|被害類型|搾取|搾取の種類|搾取の形態|搾取形態|tipo de explotación|explotación|uri ng pananamantala|รูปแบบการแสวงหาประโยชน์',
  means_of_control:
    'control|means of control|control methods|methods of control|支配の手段|支配手段|支配方法|拘束手段|手段|medios de control|วิธีควบคุม',
  exit_mode: 'exit|how exited|how left|rescue|how escaped|脱出|脱出方法|離脱|離脱方法|救出方法|保護の経緯|salida|forma de salida',
  first_helper: 'first helper|who helped first|最初の支援者|最初に助けた人',
  step_actor:
    'referred to|referral|referring organisation|referring organization|reported by whom|brought by|つないだ機関|連携先|連携機関|つなぎ先|通報者|相談の経路|referido por|remitido por|ipinadala ni|หน่วยงานที่ส่งต่อ|referred by|referral source|紹介元|つながった機関|支援機関',
  state_recognition: 'recognition|recognised|recognized|officially recognised|認定|公的認定|認定機関|reconocimiento',
  return_status:
    'returned home|repatriated|return home|return status|帰国の有無|帰国済|retornó|regresó|umuwi|กลับประเทศ|return|returned|repatriation|repatriation status|帰国|帰国状況|帰国の状況|帰国結果|retorno|repatriación|การกลับประเทศ',
  org_judgement: 'judgement|judgment|assessment|victim status|trafficking status|判断|判定|団体の判断|被害者性|valoración|ผลการประเมิน',
  retrafficked: 'retrafficked|re-trafficked|再被害|再被害の有無',
  moves_in_japan: 'moves|number of moves|移動回数',
  shelter_types: 'place of stay|where stayed|滞在先|保護先',
  assistance_received: 'assistance|services|services provided|支援|支援内容|受けた支援|asistencia|serviços|ความช่วยเหลือ',
  residence_outcome: 'outcome|residence outcome|在留の結果|在留結果',
}
