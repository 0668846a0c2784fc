import { loadTips } from '../../../admin/charts/echarts.ts'
import '../../../admin/charts/otherForms.ts'
import { init } from 'echarts/core'
import { chartTheme } from '../../../admin/charts/chartTheme.ts'
import type { Drawing, Frame } from '../../../admin/charts/drawing.ts'

await loadTips()

export const frames: Frame[] = [
  { width: 340, mode: 'light', fontSize: 14 },
  { width: 640, mode: 'dark', fontSize: 14 },
  { width: 2000, mode: 'light', fontSize: 22 },
]

export const frame: Frame = { width: 640, mode: 'light', fontSize: 14 }

/** The drawing as SVG text, without a page. */
export function drawToText({ option, height }: Drawing, { width, mode, fontSize }: Frame): string {
  const chart = init(null, chartTheme(mode, fontSize), { renderer: 'svg', ssr: true, locale: 'IT', width, height })
  chart.setOption({ animation: false, ...option })
  const text = chart.renderToSVGString()
  chart.dispose()
  return text
}

/** Every text of the drawing with the place it takes, as far as it can be told without a page. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => decode(text ?? ''))
}

const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
