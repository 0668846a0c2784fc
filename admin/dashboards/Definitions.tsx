import { InfoCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { formatFigure } from '../../db/format.ts'
import { PopoverOnDemand } from '../ui/PopoverOnDemand.tsx'
import { useMetrics } from './MetricCatalogue.tsx'

const units = { count: 'numero', EUR: 'euro', ratio: 'percentuale', days: 'giorni', hours: 'ore' } as const

/** What the figures of a tile mean: one definition per metric, with what is in and what is out. */
export function Definitions({ metrics: ids, note }: { metrics: readonly string[]; note?: string }) {
  const metrics = useMetrics(ids)
  const [open, setOpen] = useState(false)
  if (ids.length === 0) return null
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
    <PopoverOnDemand content={content} open={open} onOpenChange={setOpen} placement="bottomRight">
      <Button
        type="text"
        size="small"
        className="panel-info"
        icon={<InfoCircleOutlined aria-hidden />}
        aria-label="Definizione e perimetro"
      />
    </PopoverOnDemand>
  )
}
