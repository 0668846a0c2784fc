import { count, defineMetric } from '../../defineMetric.ts'
import { inspectionsResource } from '../../entities/coordination/inspections.ts'
import { inspectionDimensions } from '../../perimeters.ts'

export const jointInspections = defineMetric({
  id: 'joint-inspections',
  code: 'T4',
  label: 'Sopralluoghi congiunti',
  definition: 'Sopralluoghi di Aler e comune insieme, per data.',
  perimeter: 'sopralluoghi congiunti, di qualunque tavolo o di nessuno',
  unit: 'count',
  noun: ['sopralluogo', 'sopralluoghi'],
  goodWhen: 'up',
  of: inspectionsResource,
  filter: { joint: 'true' },
  date: 'inspectedOn',
  value: { kind: 'total', of: count() },
  by: inspectionDimensions,
})
