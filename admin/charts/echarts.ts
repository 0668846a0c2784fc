import langIT from 'echarts/i18n/langIT-obj.js'
import { BarChart, CustomChart } from 'echarts/charts'
import { AriaComponent, GridSimpleComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Mode } from '../ui/palette.ts'
import { chartTheme } from './chartTheme.ts'

echarts.use([BarChart, CustomChart, GridSimpleComponent, AriaComponent, SVGRenderer])
echarts.registerLocale('IT', langIT)

let tips: Promise<void> | null = null

/** What shows a mark's figures when it is pointed at, needed only then. A chart has it when it is started afterwards. */
export async function loadTips(): Promise<void> {
  tips ??= import('./tips.ts').then(({ TooltipComponent }) => echarts.use([TooltipComponent]))
  return tips
}

/** A chart on the page, in vectors: sharp on a wall and on paper. */
export function startChart(host: HTMLElement, mode: Mode, fontSize: number): echarts.EChartsType {
  return echarts.init(host, chartTheme(mode, fontSize), { renderer: 'svg', locale: 'IT' })
}
