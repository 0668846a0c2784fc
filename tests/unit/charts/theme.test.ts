import { theme as antd } from 'antd'
import { expect, test } from 'vitest'
import { palettes } from '../../../admin/ui/palette.ts'
import { scaleFor, theme } from '../../../admin/ui/theme.ts'

test.each(['light', 'dark'] as const)('the %s tokens are the inks of the palette, undimmed', (mode) => {
  const ink = palettes[mode]
  expect(antd.getDesignToken(theme(mode))).toMatchObject({
    colorPrimary: ink.primary,
    colorLink: ink.primary,
    colorSuccess: ink.success,
    colorWarning: ink.warning,
    colorError: ink.error,
    colorText: ink.text,
    colorBgContainer: ink.surface,
    colorBgLayout: ink.ground,
    colorBorderSecondary: ink.lineSoft,
  })
})

test('a wall is read from farther away', () => {
  expect([390, 1440, 2560, 3840].map(scaleFor)).toEqual([1, 1, 1.25, 1.6])
  expect(theme('light', 1.6).token?.fontSize).toBe(24)
})
