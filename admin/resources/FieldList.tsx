import type { Field } from '../../db/defineResource.ts'
import { Value } from './Value.tsx'

interface FieldListProps {
  fields: readonly (readonly [string, Field])[]
  record: Readonly<Record<string, unknown>>
}

export function FieldList({ fields, record }: FieldListProps) {
  return (
    <dl className="fields">
      {fields.map(([key, field]) => (
        <div key={key} data-wide={field.kind === 'longText' || field.kind === 'references'}>
          <dt title={field.help}>{field.label}</dt>
          <dd>
            <Value field={field} value={record[key]} row={record} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
