export type Mode = 'light' | 'dark'

/** The inks of the panel in one mode: the Designers Italia palette, every text at 4.5:1 and every mark at 3:1 on its ground. */
export interface Palette {
  primary: string
  /** What is written on the primary colour. */
  onPrimary: string
  ground: string
  surface: string
  raised: string
  text: string
  textSecondary: string
  line: string
  lineSoft: string
  success: string
  warning: string
  error: string
  primarySoft: string
  successSoft: string
  warningSoft: string
  errorSoft: string
  /** Laid over the page while it looks at the past. */
  past: string
}

export const palettes: Record<Mode, Palette> = {
  light: {
    primary: '#0066cc',
    onPrimary: '#ffffff',
    ground: '#f2f5fa',
    surface: '#ffffff',
    raised: '#ffffff',
    text: '#17324d',
    textSecondary: '#455b71',
    line: '#768594',
    lineSoft: '#d9e0e8',
    success: '#007a51',
    warning: '#8f5600',
    error: '#c02740',
    primarySoft: '#e6f0fa',
    successSoft: '#e3f4ec',
    warningSoft: '#fdf1dc',
    errorSoft: '#fceaed',
    past: '#fbf3e2',
  },
  dark: {
    primary: '#6fb1ff',
    onPrimary: '#0b1622',
    ground: '#0b1622',
    surface: '#13202e',
    raised: '#1c2c3d',
    text: '#e8eef5',
    textSecondary: '#a9bacb',
    line: '#7f93a8',
    lineSoft: '#2b3d50',
    success: '#5fd0a0',
    warning: '#f0b44c',
    error: '#ff8a96',
    primarySoft: '#16304d',
    successSoft: '#12332a',
    warningSoft: '#3a2c12',
    errorSoft: '#3d1d26',
    past: '#2a2413',
  },
}

export const fontFamily = "'Titillium Web', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
