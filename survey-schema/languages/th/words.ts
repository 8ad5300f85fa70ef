/** Everything of the questionnaire but questions and places, in Thai. */
import type { Translation } from '../translation.ts'

export const sections: Translation['sections'] = {
  admin: 'ข้อมูลทั่วไปและความยินยอม',
  source: 'ที่มาของข้อมูล',
  profile: 'เจ้าตัว',
  before: 'ก่อนออกเดินทาง',
  recruitment: 'การชักชวน',
  route: 'เส้นทาง',
  status: 'การเข้าเมืองและสถานะการพำนัก',
  debt: 'หนี้และค่าตอบแทน',
  exploitation: 'การถูกเอารัดเอาเปรียบ',
  expectation: 'ความคาดหวังและมุมมองต่อญี่ปุ่น',
  contact: 'การเข้าถึงความช่วยเหลือ',
  legal: 'การดำเนินการทางกฎหมาย',
  assistance: 'ความช่วยเหลือ',
  return: 'การกลับประเทศและการเริ่มต้นใหม่',
  assessment: 'การเทียบกับนิยาม',
  note: 'หมายเหตุท้ายแบบสอบถาม',
}

export const groups: Translation['groups'] = {
  route_legs: 'ช่วงต่าง ๆ ของการเดินทาง',
  contact_steps: 'หน่วยงานที่ได้ติดต่อ',
}

/** Answers that are none; kept apart everywhere. */
export const states: Translation['states'] = {
  unknown: 'ไม่ทราบ',
  declined: 'ไม่ประสงค์จะตอบ',
  not_asked: 'ไม่ได้ถามหรือไม่มีบันทึก',
  not_applicable: 'ไม่เกี่ยวข้อง',
}

/** Answers of more than one question. */
export const shared: Translation['shared'] = {
  yes_no: {
    yes: 'ใช่',
    no: 'ไม่ใช่',
  },
  age_bands: {
    '0_8': '0-8 ปี',
    '9_14': '9-14 ปี',
    '15_17': '15-17 ปี',
    '18_20': '18-20 ปี',
    '21_23': '21-23 ปี',
    '24_26': '24-26 ปี',
    '27_29': '27-29 ปี',
    '30_38': '30-38 ปี',
    '39_47': '39-47 ปี',
    '48_plus': '48 ปีขึ้นไป',
    '9_17': '9-17 ปี',
    under_18: 'ต่ำกว่า 18 ปี',
    '18_plus': '18 ปีขึ้นไป',
  },
  image_scale: {
    very_good: 'ดีมาก',
    good: 'ดี',
    neutral: 'กลาง ๆ',
    bad: 'ไม่ดี',
    very_bad: 'ไม่ดีเลย',
  },
  assistance: {
    none: 'ไม่มี',
    shelter: 'ที่พักที่ปลอดภัย',
    medical: 'การรักษาพยาบาล',
    mental_health: 'การดูแลจิตใจหรือการให้คำปรึกษา',
    legal_aid: 'คำปรึกษากฎหมายหรือทนายความ',
    interpretation: 'ล่ามหรือการแปล',
    living_costs: 'เงินสำหรับใช้จ่ายในชีวิตประจำวัน',
    travel_document: 'เอกสารเดินทางหรือทะเบียนราษฎร',
    wage_recovery: 'การเรียกร้องค่าจ้างที่ยังไม่ได้รับ',
    training_work: 'การฝึกอาชีพหรือช่วยหางาน',
    child_support: 'การช่วยเหลือสำหรับเด็ก',
    return_travel: 'การเดินทางกลับประเทศ',
    reintegration: 'การช่วยเริ่มต้นใหม่หลังกลับประเทศ',
    other: 'อื่น ๆ',
  },
}

export const words: Translation['words'] = {
  independence: 'ความช่วยเหลือไม่ขึ้นอยู่กับคำตอบนี้',
  not_reviewed: 'คำแปลนี้ยังไม่ได้ผ่านการตรวจทานโดยเจ้าของภาษา',
  route_legs_hint: 'กรอกการเดินทางเป็นช่วง ๆ เริ่มจากจุดแรก (1 ถึง 8 ช่วง ระบุเฉพาะประเทศ) ถ้าทุกอย่างเกิดขึ้นในญี่ปุ่น ให้ใส่ญี่ปุ่นทั้งต้นทางและปลายทาง',
  contact_steps_hint: 'กรอกทุกหน่วยงานที่เจ้าตัวได้ติดต่อตามลำดับ (ไม่เกิน 6 หน่วยงาน) โดยมากหน่วยงานของท่านจะเป็นลำดับสุดท้าย',
  steps_ask: 'กว่าจะได้รับความช่วยเหลือ ได้ติดต่อหน่วยงานใดบ้างหรือไม่',
  steps_reached: 'ได้ติดต่อ (กรอกตามลำดับด้านล่าง)',
  steps_none: 'ไม่ได้ติดต่อหน่วยงานใดเลย',
  year_missing: 'ถ้าระบุปีไม่ได้',
  up_to: 'เลือกได้ไม่เกิน {most} ข้อ',
  year_hint: 'ปี ค.ศ. (เลขสี่หลัก)',
  length_hint: 'ไม่เกิน {most} ตัวอักษร',
  rows: 'ไม่เกิน {most} แถว',
}

export const rules: Translation['rules'] = {
  R01: 'หากไม่มีหลักที่อนุญาตให้ใช้ข้อมูลในตาราง เราจะไม่รับกรณีนี้ และจะไม่เก็บข้อมูลใด ๆ ไว้',
  R10: 'คำตอบ “ไม่มี” “ไม่ทราบ” และคำตอบทำนองนี้ ต้องเลือกเพียงข้อเดียว',
  invalid_date: 'อ่านเป็นปี ค.ศ. ไม่ได้',
  too_long: 'ข้อความยาวเกินไป',
}
