/** A picture of a Word document, as wide as the text at most: SVG, and PNG for programs that draw none. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'
import type { WordPicture } from './word-content.ts'
import { DRAWING, TEXT_WIDTH } from './word-text.ts'
import { printable } from './xml-text.ts'

/** Where an SVG is named beside the picture that stands in for it. @see MS-ODRAWXML 2.3.3.1, svgBlip */
const SVG = { extension: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}', namespace: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main' }

/** English Metric Units (ECMA-376) in a CSS pixel. */
const EMU_A_PIXEL = 9525

/** @param number of the picture in the document, from 1 */
export function pictureParagraph({ width, height, description }: WordPicture, number: number): Xml {
  const most = (TEXT_WIDTH / 20 / 72) * 96
  const scale = Math.min(1, most / width)
  const size = { cx: Math.round(width * scale * EMU_A_PIXEL), cy: Math.round(height * scale * EMU_A_PIXEL) }
  const name = `figure${number}`
  return element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:pStyle', { 'w:val': 'Normal' }), element('w:keepNext', {})),
    element(
      'w:r',
      {},
      element(
        'w:drawing',
        {},
        element(
          'wp:inline',
          { distT: 0, distB: 0, distL: 0, distR: 0 },
          element('wp:extent', size),
          element('wp:docPr', { id: number, name, descr: printable(description) }),
          element(
            'a:graphic',
            {},
            element(
              'a:graphicData',
              { uri: `${DRAWING}/picture` },
              element(
                'pic:pic',
                {},
                element('pic:nvPicPr', {}, element('pic:cNvPr', { id: number, name }), element('pic:cNvPicPr', {})),
                element(
                  'pic:blipFill',
                  {},
                  element(
                    'a:blip',
                    { 'r:embed': `rIdP${number}` },
                    element(
                      'a:extLst',
                      {},
                      element(
                        'a:ext',
                        { uri: SVG.extension },
                        element('asvg:svgBlip', { 'xmlns:asvg': SVG.namespace, 'r:embed': `rIdS${number}` }),
                      ),
                    ),
                  ),
                  element('a:stretch', {}, element('a:fillRect', {})),
                ),
                element(
                  'pic:spPr',
                  {},
                  element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                  element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  )
}
