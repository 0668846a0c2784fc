import { BarChartOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Tile } from '../../api/dashboards/tiles.ts'
import { Definitions } from './Definitions.tsx'
import { DemoTag } from './DemoTag.tsx'
import { EmptyTile } from './EmptyTile.tsx'
import { isEmptyTile } from './isEmptyTile.ts'
import { tableOf } from './tableOf.ts'
import { TileTable } from './TileTable.tsx'

interface TileCardProps {
  tile: Tile
  /** The drawing, when it is not a table already. */
  children: ReactNode
  /** Other switches, beside the one for the table. */
  switches?: ReactNode
}

/** The frame of everything on a dashboard: takeaway, definition, drawing or table, caveat. */
export function TileCard({ tile, children, switches }: TileCardProps) {
  const heading = useId()
  const [asTable, setAsTable] = useState(false)
  const table = tableOf(tile)
  const isEmpty = isEmptyTile(tile)
  return (
    <section className="panel-tile" aria-labelledby={heading} data-kind={tile.kind}>
      <header>
        <h2 id={heading}>{tile.title}</h2>
        <Definitions metrics={tile.metrics} {...(tile.note !== undefined && { note: tile.note })} />
      </header>
      {isEmpty ? (
        <EmptyTile tile={tile} />
      ) : (
        <>
          <div className="panel-tile-body">{asTable && table ? <TileTable table={table} caption={tile.title} /> : children}</div>
          <footer>
            {tile.demo && <DemoTag />}
            {tile.note && <p className="panel-note">{tile.note}</p>}
            {table && (
              <div className="panel-tile-switches">
                {!asTable && switches}
                <Button
                  type="text"
                  size="small"
                  icon={asTable ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
                  onClick={() => setAsTable(!asTable)}
                >
                  {asTable ? 'Mostra grafico' : 'Mostra tabella'}
                </Button>
              </div>
            )}
          </footer>
        </>
      )}
    </section>
  )
}
