import { measuresOf } from '../db/defineMetric.ts'
import type { Join } from '../db/defineResource.ts'
import { metrics } from '../db/metrics/index.ts'
import { resources } from '../db/resources.ts'
import { table } from './markdown.ts'

const fields = resources.flatMap((resource) => Object.values(resource.fields))
const joins = resources.flatMap((resource): readonly Join[] => Object.values(resource.joins ?? {}))
const journals = resources.flatMap(({ journal }) => journal ?? [])
const changes = journals.flatMap((journal) => Object.values(journal.changes))
const measures = metrics.flatMap(measuresOf)

/** The words of a declaration, what each means, and where it may stand. */
const words: readonly [
  word: string,
  of: 'resource' | 'join' | 'journal' | 'change' | 'field' | 'metric' | 'measure',
  meaning: string,
][] = [
  ['table', 'resource', 'Where its records are written; a reading of rows kept elsewhere has none.'],
  ['from', 'resource', 'What has one row per record, under its alias.'],
  ['where', 'resource', 'Which of those rows are there on the day asked about.'],
  ['gives', 'resource', 'Fields that the base gives by an expression; its columns are given as they are.'],
  ['joins', 'resource', 'What the base is joined to, when a field of it is asked for.'],
  ['span', 'resource', 'Its records are spans of a subject, which never overlap and are shown from the day they begin.'],
  ['journal', 'resource', 'Its stocks are kept as balances, and its list is read flat.'],
  ['formerOf', 'resource', 'It tells what the records of this other one were before they last changed.'],
  ['sight', 'resource', 'Who has its records in sight, of those who read its group.'],
  ['readOnly', 'resource', 'Written by the system or by another route.'],
  ['label', 'resource', 'What one record is called, and many.'],
  ['title', 'resource', 'The field a record is called by.'],
  ['group', 'resource', 'Its place in the menu.'],
  ['sort', 'resource', 'The order of a list when nobody asks for another.'],
  ['sql', 'join', 'The join, which never changes how many rows there are.'],
  ['gives', 'join', 'The fields it gives, each as an expression.'],
  ['needs', 'join', 'The joins it is written upon.'],
  ['always', 'join', 'It decides which rows there are, and is joined whatever is asked.'],
  ['keys', 'journal', 'The fields that its figures are cut by; with `_null`, only whether there is a value.'],
  ['sums', 'journal', 'The fields that are added up.'],
  ['lists', 'journal', 'The other fields by which its list is searched and ordered.'],
  ['changes', 'journal', 'By table, what can change a row.'],
  ['subject', 'change', 'The key of the row that a record of the table changes.'],
  ['join', 'change', 'What the record is joined to, to know the row.'],
  ['days', 'change', 'The days on which a row may become another because of it.'],
  ['kind', 'field', 'What its values are: their form, filters, renderer and input.'],
  ['label', 'field', 'What it is called.'],
  ['help', 'field', 'One sentence for whoever fills it in.'],
  ['in', 'field', 'Where it is shown, when not everywhere.'],
  ['empty', 'field', 'What the records without a value are called, as a group.'],
  ['happens', 'field', 'A date that may be recorded before its day, and is told from that day on.'],
  ['latest', 'field', 'The last day that may be written: a record dated later would not be there.'],
  ['adds', 'field', 'A number that adds up, and gets a total.'],
  ['kept', 'field', 'Filled in and kept right by the database.'],
  ['onlyFor', 'field', 'The roles it is for, among those that read the register.'],
  ['choices', 'field', 'The values it may have, and their labels.'],
  ['to', 'field', 'The resource that it refers to.'],
  ['show', 'field', 'The field of the same row with the title of what it refers to.'],
  ['of', 'metric', 'The resource whose rows it looks at.'],
  ['filter', 'metric', 'Which of them, in the dialect of the lists.'],
  ['date', 'metric', 'The field that puts a row into a period: a flow. Without it, a stock.'],
  ['value', 'metric', 'How the figure comes from the rows: a total, a ratio, a duration.'],
  ['by', 'metric', 'The fields it may be divided along.'],
  ['code', 'metric', 'Its code in the list of indicators of the field.'],
  ['definition', 'metric', 'What is counted, over which records, by which date, and what is left out.'],
  ['perimeter', 'metric', 'The same in few words, to print beside the number.'],
  ['unit', 'metric', 'What it is measured in.'],
  ['noun', 'metric', 'What is counted, one and many.'],
  ['goodWhen', 'metric', 'Which direction is good news, if one is.'],
  ['benchmark', 'metric', 'A line to compare with, and its source.'],
  ['sum', 'measure', 'The field that is added up; without it, rows are counted.'],
  ['where', 'measure', 'Which of the rows, beside the filter.'],
]

const declared = {
  resource: resources,
  join: joins,
  journal: journals,
  change: changes,
  field: fields,
  metric: metrics,
  measure: measures,
}

/** How many declarations say each word. */
export const uses = () =>
  words.map(([word, of, meaning]) => ({
    word,
    of,
    meaning,
    users: declared[of].filter((one: object) => (one as Record<string, unknown>)[word] !== undefined).length,
  }))

/** The vocabulary as a table of docs/architecture.md. */
export const vocabulary = () =>
  table(
    ['word', 'of a', 'meaning', 'users'],
    uses().map(({ word, of, meaning, users }) => [`\`${word}\``, of, meaning, String(users)]),
  )
