import { InfoCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { formatFigure } from '../../db/format.ts'
import { useMetrics } from './MetricCatalogue.tsx'

const units = { count: 'numero', EUR: 'euro', ratio: 'percentuale', days: 'giorni', hours: 'ore' } as const

/** What the figures of a tile mean: one definition per metric, with what is in and what is out. */
export function Definitions({ metrics: ids, note }: { metrics: readonly string[]; note?: string }) {
  const metrics = useMetrics(ids)
  if (metrics.length === 0) return null
  const content = (
    <div className="panel-definitions">
      {metrics.map(({ id, code, label, definition, perimeter, unit, noun, benchmark }) => (
        <section key={id}>
          <h3>
            {label} <small>{code}</small>
          </h3>
          <p>{definition}</p>
          <dl>
            <dt>Perimetro</dt>
            <dd>{perimeter}</dd>
            <dt>Unità</dt>
            <dd>{unit === 'count' ? noun[1] : units[unit]}</dd>
            {benchmark && (
              <>
                <dt>Riferimento</dt>
                <dd>
                  {benchmark.label}: {formatFigure(benchmark.value, unit)}
                </dd>
              </>
            )}
          </dl>
        </section>
      ))}
      {note && <p>{note}</p>}
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button
        type="text"
        size="small"
        className="panel-info"
        icon={<InfoCircleOutlined aria-hidden />}
        aria-label="Definizione e perimetro"
      />
    </Popover>
  )
}
