import { describe, expect, it, test } from 'vitest'
import { checkCig, isCup, isPonMetroCode, normaliseCup, normaliseProjectCode } from '../../db/codes.ts'

describe('a PON Metro project code', () => {
  test.each([
    ['MI3.1.1.a', 'MI3.1.1.a'],
    ['MI.3.1.1.a', 'MI3.1.1.a'],
    [' mi3.1.1.a ', 'MI3.1.1.a'],
    ['mi 3.1.1.A', 'MI3.1.1.a'],
    ['MI3.1.1.b1', 'MI3.1.1.b1'],
    ['MI.3.1.1.B1', 'MI3.1.1.b1'],
    ['MI3.1.1a', 'MI3.1.1.a'],
  ])('written «%s» is kept as %s', (written, kept) => {
    expect(normaliseProjectCode(written)).toBe(kept)
    expect(isPonMetroCode(kept)).toBe(true)
  })

  it('is the same when normalised twice', () => {
    expect(normaliseProjectCode(normaliseProjectCode(' mi.3.1.1.A '))).toBe('MI3.1.1.a')
  })

  test.each(['PINQUA-12', 'C1 4.2', 'MI3.1.1.aa', 'MI33.1.1.a', ''])('of another shape, «%s», is left as it is', (code) => {
    expect(normaliseProjectCode(` ${code} `)).toBe(code)
    expect(isPonMetroCode(code)).toBe(false)
  })
})

describe('a CUP', () => {
  test.each(['B59I17000240006', 'B46J20000790006'])('%s has the right shape', (cup) => {
    expect(isCup(cup)).toBe(true)
  })

  it('is upper-cased and loses its spaces before it is judged', () => {
    expect(normaliseCup(' b46j 2000 0790006 ')).toBe('B46J20000790006')
  })

  test.each([
    'B59I1700024000',
    'B59I170002400066',
    'b46j20000790006',
    'B5AI17000240006',
    '559I17000240006',
    '',
    'B59I17000240006\n',
  ])('«%s» is refused', (cup) => {
    expect(isCup(cup)).toBe(false)
  })
})

describe('a CIG', () => {
  test.each([
    '95156957EC',
    '8874674CA7',
    '48886723C1',
    'Z063947806',
    'ZEE0718779',
    'Z5A0F93AC5',
    'Z723A99410',
    'Z3B3885F48',
    'Z7F1B53749',
  ])('%s passes its check digits', (cig) => {
    expect(checkCig(cig)).toBe('valid')
  })

  it('passes in lower case and with spaces', () => {
    expect(checkCig(' 95156957ec ')).toBe('valid')
  })

  test.each(['95156957ED', 'Z063947807'])('%s is only suspect', (cig) => {
    expect(checkCig(cig)).toBe('suspect')
  })

  it('of the family issued since 2024 cannot be verified', () => {
    expect(checkCig('A0123456BC')).toBe('unverifiable')
    expect(checkCig('9515695ABC')).toBe('suspect')
  })

  test.each(['ES01', 'ES27'])('of exclusion, %s, is valid', (cig) => {
    expect(checkCig(cig)).toBe('valid')
  })

  test.each(['ES00', 'ES28', '95156957E', '95156957ECC', '95156957-C', ''])('«%s» is malformed', (cig) => {
    expect(checkCig(cig)).toBe('malformed')
  })
})
