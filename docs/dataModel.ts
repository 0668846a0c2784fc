import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import { columnOf, type Field, type Group, groups, type Resource } from '../db/defineResource.ts'
import { resources } from '../db/resources.ts'
import { table } from './markdown.ts'

const intro = `# Data model

Generated from the declarations in \`db/entities/\` by \`npm run docs\`: do not edit by hand.

Every table also has the bookkeeping columns of \`db/columns.ts\` (source, demo flag, when and by whom recorded, version) and a
twin in schema \`history\`. What is read is the view \`<table>_rows\`: its columns are the fields below, in snake_case; a field
without a type is computed by the view as of the day asked about. \`*\` marks what must be given.`

/** Tables, views and fields, as a page. */
export function dataModel(): string {
  const sections = Object.entries(groups).flatMap(([group, title]) => {
    const of = resources.filter((resource) => resource.group === (group as Group))
    return [`## ${title}`, ...of.map(entry)]
  })
  return `${[intro, ...sections].join('\n\n')}\n`
}

const bookkeeping = new Set(['source', 'isDemo', 'recordedAt', 'recordedBy', 'version'])

function entry(resource: Resource) {
  const { label, name, view } = resource
  const columns = new Map(resource.table ? getTableConfig(resource.table).columns.map((column) => [column.name, column]) : [])
  const fields = Object.entries(resource.fields).filter(([key]) => !bookkeeping.has(key) && (key !== 'id' || !isUuid(columns)))
  const rows = fields.map(([key, field]) => {
    const column = columns.get(columnOf(key))
    return [
      `\`${key}\`${isRequired(column) ? ' *' : ''}`,
      column ? typeOf(column) : '',
      kindOf(field),
      field.label,
      field.help ?? '',
    ]
  })
  const where = `\`/api/${name}\` · view \`${view}\`${resource.table ? '' : ' · read only, over rows kept elsewhere'}`
  return [
    `### ${label.many}`,
    where,
    table(['Field', 'Type', 'Kind', 'Label', 'Help'], rows),
    ...(resource.table ? rules(resource.table) : []),
  ].join('\n\n')
}

const isUuid = (columns: Map<string, PgColumn>) =>
  columns.get('id')?.getSQLType() !== 'text' && columns.get('id')?.getSQLType() !== 'char(6)'

const isRequired = (column?: PgColumn) => Boolean(column?.notNull && !column.hasDefault)

const typeOf = (column: PgColumn) => `\`${column.getSQLType()}\``

function kindOf(field: Field) {
  if (field.kind === 'choice')
    return Object.keys(field.choices)
      .map((key) => `\`${key}\``)
      .join(' ')
  return field.kind === 'reference' || field.kind === 'references' ? `${field.kind} → \`${field.to}\`` : field.kind
}

function rules(of: PgTable) {
  const { checks, uniqueConstraints, columns } = getTableConfig(of)
  const unique = [
    ...columns.filter(({ isUnique }) => isUnique).map(({ name }) => name),
    ...uniqueConstraints.map((constraint) => constraint.columns.map(({ name }) => name).join(' + ')),
  ]
  const told = [
    ...(unique.length > 0 ? [`Unique: ${unique.map((name) => `\`${name}\``).join(', ')}.`] : []),
    ...(checks.length > 0 ? [`Checked: ${checks.map(({ name }) => `\`${name}\``).join(', ')}.`] : []),
  ]
  return told.length > 0 ? [told.join(' ')] : []
}
