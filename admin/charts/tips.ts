export { TooltipComponent } from 'echarts/components'
