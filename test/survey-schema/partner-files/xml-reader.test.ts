/** One reader of XML: the same events whatever the pieces, and an end to everything that could have none. */
import { describe, expect, it } from 'vitest'
import { readWholeXml, XML_LIMITS, type XmlRules } from '../../../survey-schema/partner-files/workbooks/xml-reader.ts'
import fc from '../../support/seeded-properties.ts'
import { refusal } from '../refusal.ts'

function events(texts: Iterable<string>, rules: Partial<XmlRules> = {}): string[] {
  const found: string[] = []
  let text = ''
  const flush = () => {
    if (text !== '') found.push(`text ${text}`)
    text = ''
  }
  readWholeXml(
    texts,
    {
      open(name, attributes, depth, written) {
        flush()
        found.push(`open ${depth} ${name} ${written} ${JSON.stringify(attributes)}`)
      },
      close(name, depth) {
        flush()
        found.push(`close ${depth} ${name}`)
      },
      text(piece) {
        text += piece
      },
    },
    { rule: 'broken_xml', ...rules },
  )
  return found
}

const DOCUMENT =
  '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- one --><x:a xmlns:x="u" b="1 &amp; 2" x:c=\'&#x65E5;\'>日本😀&lt;<![CDATA[<b>]] >]]><d/><?pi x?><e >f</e ></x:a>\n'

describe('the reader of XML', () => {
  it('gives the same events whatever the pieces', () => {
    const whole = events([DOCUMENT])
    expect(whole).toEqual([
      'open 1 a x:a {"xmlns:x":"u","b":"1 & 2","x:c":"日"}',
      'text 日本😀<<b>]] >',
      'open 2 d d {}',
      'close 2 d',
      'open 2 e e {}',
      'text f',
      'close 2 e',
      'close 1 a',
    ])
    fc.assert(
      fc.property(fc.array(fc.nat(DOCUMENT.length), { maxLength: 40, size: 'max' }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), DOCUMENT.length]
        expect(events(places.slice(1).map((to, at) => DOCUMENT.slice(places[at], to)))).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  it.each<[string, string, Partial<XmlRules>, string]>([
    ['too deep', '<a><a><a/></a></a>', { depth: 2 }, 'broken_xml'],
    ['of too many elements', '<a><b/><b/><b/></a>', { elements: 3 }, 'too_large'],
    ['a text too long', `<a>${'x'.repeat(2 * XML_LIMITS.charactersWithoutElement)}</a>`, {}, 'too_large'],
    ['with a document type', '<!DOCTYPE a><a/>', {}, 'broken_xml'],
    ['with entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', {}, 'broken_xml'],
    ['with an attribute twice', '<a b="1" b="2"/>', {}, 'broken_xml'],
    ['without an end', '<a>', {}, 'broken_xml'],
    ['that is none', 'a', {}, 'broken_xml'],
    ['of an archive', '<a>', { rule: 'broken_archive' }, 'broken_archive'],
  ])('refuses a document %s', (_, text, rules, rule) => {
    expect(refusal(() => events([text], rules))).toEqual(['invalid-file', ` ${rule}`])
  })

  it('takes what is just within its limits', () => {
    expect(events(['<a><a/></a>'], { depth: 2, elements: 2 })).toHaveLength(4)
  })
})
