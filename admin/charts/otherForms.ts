import { LineChart, ScatterChart } from 'echarts/charts'
import * as echarts from 'echarts/core'

echarts.use([LineChart, ScatterChart])
