import { Link } from 'react-router'
import type { ChecksTile as ChecksAnswer } from '../../api/dashboards/tiles.ts'
import { formatCount } from '../../db/format.ts'
import { Definitions } from './Definitions.tsx'
import { TileCard } from './TileCard.tsx'
import { useRowsHref } from './useHref.ts'

/** What is to be put right, by whom, and what it disturbs until then. */
export function ChecksTile({ tile }: { tile: ChecksAnswer }) {
  const rowsHref = useRowsHref()
  return (
    <TileCard tile={tile}>
      <div className="panel-scroll" tabIndex={0} role="group" aria-label={tile.title}>
        <table className="panel-table">
          <thead>
            <tr>
              <th scope="col" className="panel-words">
                Controllo
              </th>
              <th scope="col" className="panel-number">
                Righe
              </th>
              <th scope="col" className="panel-words">
                Chi le sistema
              </th>
              <th scope="col" className="panel-words">
                Indicatori che ne risentono
              </th>
            </tr>
          </thead>
          <tbody>
            {tile.items.map(({ metric, label, value, rows, owner, disturbs }) => {
              const href = rowsHref(rows)
              return (
                <tr key={metric}>
                  <th scope="row" className="panel-words">
                    {label} <Definitions metrics={[metric]} />
                  </th>
                  <td className="panel-number">{href ? <Link to={href}>{formatCount(value)}</Link> : formatCount(value)}</td>
                  <td className="panel-words">{owner}</td>
                  <td className="panel-words">{disturbs.join(', ')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </TileCard>
  )
}
