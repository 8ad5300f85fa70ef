/**
 * Colours of drawings as they look to readers who see red, green or blue less, and in a photocopy: neighbours stay apart by their darkness, and
 * words can be read on all of them.
 */
import { describe, expect, it } from 'vitest'
import { GROUPS, PARTS, SIDES } from '../../../analysis/publication/figures/colours.ts'
import { INK, SHEET } from '../../../analysis/publication/figures/draw.ts'
import { LAND } from '../../../analysis/publication/figures/maps/map-parts.ts'
import { SHADES, shadeAt } from '../../../analysis/publication/figures/shades.ts'

type Matrix = readonly [readonly number[], readonly number[], readonly number[]]

/** On linear RGB, at full severity. Source: Machado, Oliveira, Fernandes (2009), IEEE Transactions on Visualization and Computer Graphics 15, 1291-1298, table 1. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const linear = (hex: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))

/** Relative luminance of a colour as it is seen: all that is left of it in a photocopy. @see WCAG 2.2 */
function luminance(hex: string, sight: Matrix): number {
  const seen = sight.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        linear(hex).reduce((sum, part, at) => sum + part * row[at]!, 0),
      ),
    ),
  )
  return 0.2126 * seen[0]! + 0.7152 * seen[1]! + 0.0722 * seen[2]!
}

function contrast(one: string, other: string, sight: Matrix): number {
  const [dark, light] = [luminance(one, sight), luminance(other, sight)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

/** The worst that two neighbours of a row of colours come to. */
const worst = (colours: readonly string[], sight: Matrix) =>
  Math.min(...colours.slice(1).map((colour, at) => contrast(colours[at]!, colour, sight)))

describe.each(Object.entries(SIGHTS))('colours of drawings, %s', (_, sight) => {
  it('the measure itself tells black from white, and grey from the same grey not at all', () => {
    expect(contrast('#000000', '#ffffff', sight)).toBeCloseTo(21, 1)
    expect(contrast('#777777', '#777777', sight)).toBe(1)
  })

  it('parts of a bar differ from their neighbours, and words on them can be read', () => {
    expect(
      worst(
        PARTS.map(({ fill }) => fill),
        sight,
      ),
    ).toBeGreaterThan(2)
    for (const { fill, dark } of PARTS) expect(contrast(fill, dark ? SHEET : INK, sight)).toBeGreaterThan(4.5)
  })

  it('shades grow darker by steps that are seen, from pale land on, and figures on them can be read', () => {
    expect(worst([LAND, ...SHADES], sight)).toBeGreaterThan(1.15)
    expect(worst(SHADES, sight)).toBeGreaterThan(1.3)
    for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
      const { fill, dark } = shadeAt(share)
      expect(contrast(fill, dark ? SHEET : INK, sight)).toBeGreaterThan(4.5)
    }
  })

  it('the sides of a pyramid differ, and dots differ from the sheet and from one another by shape or darkness', () => {
    expect(contrast(SIDES[0]!, SIDES[1]!, sight)).toBeGreaterThan(2)
    for (const { color } of GROUPS) expect(contrast(color, SHEET, sight)).toBeGreaterThan(2)
    expect(new Set(GROUPS.map(({ shape }) => shape)).size).toBe(GROUPS.length)
    expect(
      worst(
        GROUPS.map(({ color }) => color),
        sight,
      ),
    ).toBeGreaterThan(1.5)
  })
})
