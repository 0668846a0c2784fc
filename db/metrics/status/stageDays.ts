import { defineMetric } from '../../defineMetric.ts'
import { vacancyStagesResource } from '../../entities/status/vacancyStages.ts'
import { dwellingDimensions } from '../../perimeters.ts'

export const stageDays = defineMetric({
  id: 'stage-days',
  code: 'V6',
  label: 'Giorni di sfitto per fase',
  definition: 'Giorni di ogni fase di sfitto conclusa, per data di fine della fase, escluse le fasi in corso.',
  perimeter: 'fasi concluse degli alloggi; un episodio può ripassare per una fase',
  unit: 'days',
  noun: ['fase', 'fasi'],
  goodWhen: 'down',
  of: vacancyStagesResource,
  filter: { use: 'dwelling', open: 'false' },
  date: 'validTo',
  value: { kind: 'duration', of: 'days' },
  by: ['stage', ...dwellingDimensions, 'withWorks'],
})
