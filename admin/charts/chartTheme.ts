import type { Mode } from '../ui/palette.ts'
import { fontFamily, palettes } from '../ui/palette.ts'
import { shades } from './colours.ts'

/** The panel's look as an ECharts theme, made of the same inks as everything else on the page. */
export function chartTheme(mode: Mode, fontSize: number) {
  const ink = palettes[mode]
  const axis = {
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { lineStyle: { color: ink.line } },
    axisLabel: { color: ink.text, fontSize, fontFamily },
    splitLine: { lineStyle: { color: ink.lineSoft } },
  }
  const { blue, orange, green, purple, grey } = shades[mode]
  return {
    color: [blue[2], orange[3], green[2], purple[3], grey[2]],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, fontSize, color: ink.text },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false }, axisTick: { show: false } },
  }
}
