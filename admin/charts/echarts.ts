import langIT from 'echarts/i18n/langIT-obj.js'
import { BarChart, CustomChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Mode } from '../ui/palette.ts'
import { chartTheme } from './chartTheme.ts'

echarts.use([BarChart, CustomChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])
echarts.registerLocale('IT', langIT)

/** A chart on the page, in vectors: sharp on a wall and on paper. */
export function startChart(host: HTMLElement, mode: Mode, fontSize: number): echarts.EChartsType {
  return echarts.init(host, chartTheme(mode, fontSize), { renderer: 'svg', locale: 'IT' })
}
