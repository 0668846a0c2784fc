import type { Measure, Metric } from '../db/defineMetric.ts'
import { type Field, type Group, groups } from '../db/defineResource.ts'
import { formatFigure } from '../db/format.ts'
import { metrics } from '../db/metrics/index.ts'
import { table } from './markdown.ts'

const units = { count: 'numero', EUR: 'euro', ratio: 'quota', days: 'giorni', hours: 'ore' }
const directions = { up: 'meglio se sale', down: 'meglio se scende', neutral: 'senza verso' }

const intro = `# Dizionario degli indicatori

Generato dalle dichiarazioni di \`db/metrics/\` con \`npm run docs\`: non si modifica a mano.

Uno *stock* si legge alla data di riferimento; un *flusso* conta le righe di un periodo, per la data indicata. Una *quota*
somma numeratori e denominatori e non media mai le quote; se il denominatore è zero vale «n.d.». Di una *durata* si danno media
e mediana. I riferimenti sono linee di confronto, mai obiettivi.`

/** The dictionary of figures, as a page. */
export function metricDictionary(): string {
  const sections = Object.entries(groups).flatMap(([group, title]) => {
    const of = metrics.filter((metric) => metric.of.group === (group as Group))
    return of.length > 0 ? [`## ${title}`, ...of.map(entry)] : []
  })
  return `${[intro, index(), ...sections].join('\n\n')}\n`
}

const index = () =>
  table(
    ['Codice', 'Indicatore', 'Identificativo', 'Unità'],
    metrics.map(({ code, label, id, unit }) => [code, `[${label}](#${anchor(label)})`, `\`${id}\``, units[unit]]),
  )

// As the forges make it from a heading.
const anchor = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

function entry(metric: Metric) {
  const { benchmark, unit } = metric
  const facts: [string, string][] = [
    ['Codice', `${metric.code} · \`${metric.id}\``],
    ['Perimetro', metric.perimeter],
    ['Misura', `${units[unit]} (${metric.noun[1]}), ${directions[metric.goodWhen]}`],
    ['Tempo', metric.date ? `flusso, per «${labelOf(metric, metric.date)}»` : 'stock alla data'],
    ['Righe', `${metric.of.label.many} (\`/api/${metric.of.name}\`), ${conditions(metric, metric.filter)}`],
    ['Calcolo', calculation(metric)],
    ['Dimensioni', metric.by.map((field) => labelOf(metric, field)).join(', ')],
    ...(benchmark ? [['Riferimento', `${formatFigure(benchmark.value, unit)}: ${benchmark.label}`] as [string, string]] : []),
  ]
  return `### ${metric.label}\n\n${metric.definition}\n\n${table(['', ''], facts)}`
}

const labelOf = ({ of }: Metric, field: string) => of.fields[field]?.label ?? field

function calculation(metric: Metric) {
  const { value } = metric
  if (value.kind === 'total') return measure(metric, value.of)
  if (value.kind === 'ratio') return `${measure(metric, value.numerator)} ÷ ${measure(metric, value.denominator)}`
  return `media e mediana di «${labelOf(metric, value.of)}»`
}

function measure(metric: Metric, { sum, where }: Measure) {
  const what = sum ? `somma di «${labelOf(metric, sum)}»` : 'numero di righe'
  return where ? `${what} con ${conditions(metric, where)}` : what
}

const comparisons = { ne: 'escluso', gt: 'oltre', gte: 'almeno', lt: 'sotto', lte: 'al massimo' }

function conditions(metric: Metric, filter: Metric['filter']) {
  const told = Object.entries(filter).map(([name, value]) => condition(metric, name, [value ?? []].flat()))
  return told.length > 0 ? told.join('; ') : 'tutte'
}

function condition(metric: Metric, name: string, values: string[]) {
  const [, key = name, operator] = /^(.*)_(ne|gte?|lte?|null)$/.exec(name) ?? []
  const label = labelOf(metric, key)
  if (operator === 'null') return `${label} ${values[0] === 'true' ? 'vuoto' : 'valorizzato'}`
  const told = values.map((value) => valueOf(metric.of.fields[key], value)).join(operator === 'ne' ? ', ' : ' o ')
  return `${label} ${operator ? comparisons[operator as keyof typeof comparisons] : '='} ${told}`
}

function valueOf(field: Field | undefined, value: string) {
  if (field?.kind === 'choice') return `«${field.choices[value] ?? value}»`
  if (field?.kind === 'boolean') return value === 'true' ? 'sì' : 'no'
  return value
}
