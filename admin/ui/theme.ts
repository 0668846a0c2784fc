import './panel.css'
import './print.css'
import { theme as antd } from 'antd'
import type { MappingAlgorithm, ThemeConfig } from 'antd'
import { fontFamily, palettes } from './palette.ts'
import type { Mode, Palette } from './palette.ts'

/** A wall of 4K is read from across a room: everything grows with it. */
export const scaleFor = (width: number) => (width >= 3200 ? 1.6 : width >= 2400 ? 1.25 : 1)

/** The panel's look as Ant Design tokens. Without motion nothing waits for the end of a movement that there is not. */
export function theme(mode: Mode, scale = 1, motion = true): ThemeConfig {
  const ink = palettes[mode]
  const sized = (pixels: number) => Math.round(pixels * scale)
  return {
    algorithm: [mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, exactly(ink)],
    cssVar: true,
    hashed: false,
    token: {
      motion,
      fontFamily,
      fontSize: sized(15),
      controlHeight: sized(34),
      borderRadius: 4,
      wireframe: false,
      colorPrimary: ink.primary,
      colorPrimaryHover: ink.text,
      colorPrimaryActive: ink.text,
      colorInfo: ink.primary,
      colorLink: ink.primary,
      colorLinkHover: ink.text,
      colorSuccess: ink.success,
      colorWarning: ink.warning,
      colorError: ink.error,
      colorText: ink.text,
      colorTextHeading: ink.text,
      colorTextSecondary: ink.textSecondary,
      colorTextTertiary: ink.textSecondary,
      colorTextDescription: ink.textSecondary,
      colorTextPlaceholder: ink.textSecondary,
      colorIcon: ink.textSecondary,
      colorBorder: ink.line,
      colorBorderSecondary: ink.lineSoft,
      colorSplit: ink.lineSoft,
      colorBgLayout: ink.ground,
      colorBgContainer: ink.surface,
      colorBgElevated: ink.raised,
      colorPrimaryBg: ink.primarySoft,
      colorInfoBg: ink.primarySoft,
      colorSuccessBg: ink.successSoft,
      colorWarningBg: ink.warningSoft,
      colorErrorBg: ink.errorSoft,
    },
    components: {
      Button: { primaryColor: ink.onPrimary, fontWeight: 600, dangerColor: ink.onPrimary },
      Layout: { headerBg: ink.surface, siderBg: ink.surface, bodyBg: ink.ground },
      Menu: { itemSelectedBg: ink.primarySoft, itemSelectedColor: ink.primary },
      Table: { headerBg: ink.ground, headerSplitColor: 'transparent', rowHoverBg: ink.primarySoft },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? ink.lineSoft : ink.text },
    },
  }
}

/** The dark algorithm dims the colours it is given; ours are already chosen for their ground. */
const exactly =
  (ink: Palette): MappingAlgorithm =>
  (seed, tokens = antd.defaultAlgorithm(seed)) => ({
    ...tokens,
    colorPrimary: ink.primary,
    colorInfo: ink.primary,
    colorLink: ink.primary,
    colorSuccess: ink.success,
    colorWarning: ink.warning,
    colorError: ink.error,
  })
