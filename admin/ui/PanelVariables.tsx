import { theme } from 'antd'
import { useLayoutEffect } from 'react'

const sheet = new CSSStyleSheet()
document.adoptedStyleSheets.push(sheet)

/** Hands the theme's tokens to the style sheet, so that what is not made of Ant Design's parts has the same colours. */
export function PanelVariables() {
  const { token } = theme.useToken()
  useLayoutEffect(() => {
    const variables: Record<string, string> = {
      layout: token.colorBgLayout,
      surface: token.colorBgContainer,
      raised: token.colorBgElevated,
      line: token.colorBorderSecondary,
      'line-strong': token.colorBorder,
      text: token.colorText,
      'text-quiet': token.colorTextSecondary,
      primary: token.colorPrimary,
      'primary-text': token.colorLink,
      'primary-soft': token.colorPrimaryBg,
      hover: token.colorFillQuaternary,
      fill: token.colorFillSecondary,
      warning: token.colorWarning,
      'warning-soft': token.colorWarningBg,
      'warning-line': token.colorWarningBorder,
      success: token.colorSuccess,
      'success-soft': token.colorSuccessBg,
      error: token.colorError,
      'error-soft': token.colorErrorBg,
      radius: `${token.borderRadius}px`,
      shadow: token.boxShadowTertiary,
    }
    const lines = Object.entries(variables).map(([name, value]) => `--${name}: ${value};`)
    // Paper has its own inks: see the print style sheet.
    sheet.replaceSync(
      `:root { --font: ${token.fontFamily}; } @media screen { :root { font-size: ${(token.fontSize * 16) / 15}px; ${lines.join(' ')} } }`,
    )
  }, [token])
  return null
}
