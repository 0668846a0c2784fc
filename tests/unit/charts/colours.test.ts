import { describe, expect, test } from 'vitest'
import { vacancyGroups, vacancyReasons, unitStates } from '../../../db/enumerations/vacancyReasons.ts'
import { owners } from '../../../db/enumerations/owners.ts'
import { classInk } from '../../../admin/charts/classInk.ts'
import { classesOf, classOf } from '../../../admin/charts/classes.ts'
import { hues, lookOf, meanings, sequence, shades } from '../../../admin/charts/colours.ts'
import { palettes } from '../../../admin/ui/palette.ts'
import type { Palette } from '../../../admin/ui/palette.ts'

const modes = ['light', 'dark'] as const

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

describe.each(modes)('in %s', (mode) => {
  const ink = palettes[mode]

  test('every text stands at 4.5:1 on its ground', () => {
    const pairs: [keyof Palette, keyof Palette][] = [
      ...(['text', 'textSecondary', 'primary', 'success', 'warning', 'error'] as const).flatMap((text) =>
        (['surface', 'ground', 'raised'] as const).map((ground): [keyof Palette, keyof Palette] => [text, ground]),
      ),
      ['onPrimary', 'primary'],
      ['text', 'primarySoft'],
      ['primary', 'primarySoft'],
      ['success', 'successSoft'],
      ['warning', 'warningSoft'],
      ['error', 'errorSoft'],
      ['primary', 'successSoft'],
      ['primary', 'errorSoft'],
      ['text', 'past'],
      ['textSecondary', 'past'],
    ]
    for (const [text, ground] of pairs)
      expect(`${text}/${ground} ${contrast(ink[text], ink[ground]) >= 4.5}`).toBe(`${text}/${ground} true`)
  })

  test('every mark stands at 3:1 on the surface', () => {
    for (const hue of hues) for (const shade of shades[mode][hue]) expect(contrast(shade, ink.surface)).toBeGreaterThanOrEqual(3)
    expect(contrast(ink.line, ink.surface)).toBeGreaterThanOrEqual(3)
  })

  test('figures on a tint can be read, and each class is darker or lighter than the one before', () => {
    sequence[mode].forEach((_, order) => {
      const { color = '', backgroundColor = '' } = classInk(order, mode)
      expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5)
    })
    const tones = sequence[mode].map(luminance)
    expect(tones).toEqual(tones.toSorted((a, b) => (mode === 'light' ? b - a : a - b)))
  })

  test('no two members of a vocabulary look the same', () => {
    for (const vocabulary of [vacancyReasons, vacancyGroups, unitStates, owners]) {
      const looks = Object.keys(vocabulary).map((key) => JSON.stringify(lookOf(key, mode)))
      expect(new Set(looks).size).toBe(looks.length)
    }
  })
})

test('every reason, group, state and owner has its own colour', () => {
  for (const key of [vacancyReasons, vacancyGroups, unitStates, owners].flatMap((vocabulary) => Object.keys(vocabulary))) {
    expect(meanings).toHaveProperty(key)
  }
})

test('a key of no vocabulary takes the colour of its place, also when it is called as a method', () => {
  expect(lookOf('constructor', 'light', 1)).toEqual(lookOf(null, 'light', 1))
  const looks = Array.from({ length: 10 }, (_, order) => lookOf('x', 'light', order).colour)
  expect(new Set(looks).size).toBe(10)
})

describe('classes of a tint', () => {
  test('a very large value does not leave the others in one class', () => {
    const bounds = classesOf([1, 3, 5, 8, 12, 20, 28, 33, 41, 60, 75, 4210])
    expect(bounds).toEqual([3, 8, 20, 33, 60, 4210])
    expect([1, 3, 4, 60, 61, 4210, null].map((value) => classOf(value, bounds))).toEqual([0, 0, 1, 4, 5, 5, null])
  })

  test('zero is a class of its own, however many zeros there are', () => {
    expect(classesOf([0, 0, 0, 0, 0, 0, 1, 2, 6, 20, 236])).toEqual([0, 1, 2, 6, 20, 236])
  })

  test('nothing known has no classes, a single value one', () => {
    expect(classesOf([null, null])).toEqual([])
    expect(classesOf([7, 7, null])).toEqual([7])
    expect(classesOf([0, 0, 0])).toEqual([0])
  })
})
