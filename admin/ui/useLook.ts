import { theme } from 'antd'
import { palettes } from './palette.ts'
import type { Mode } from './palette.ts'

/** Which of the two looks is on, with the type size in use: read off the theme, so that it cannot disagree with it. */
export function useLook(): { mode: Mode; fontSize: number } {
  const { token } = theme.useToken()
  return { mode: token.colorBgContainer === palettes.dark.surface ? 'dark' : 'light', fontSize: token.fontSize }
}
