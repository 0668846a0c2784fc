import { Link } from 'react-router'
import { formatMoney, formatRatio } from '../../db/format.ts'
import type { LadderTile as LadderAnswer } from '../../api/dashboards/tiles.ts'
import { lookOf } from '../charts/colours.ts'
import { swatchOf } from '../charts/patterns.ts'
import { useLook } from '../ui/useLook.ts'
import { Flag } from './Flag.tsx'
import { TileCard } from './TileCard.tsx'
import { usePageHref } from './useHref.ts'

type Item = LadderAnswer['items'][number]

const steps = [
  ['programmed', 'Programmato'],
  ['admitted', 'Ammesso'],
  ['committed', 'Impegnato'],
  ['disbursed', 'Erogato'],
] as const

/** Each project's amounts as bars on one scale, then its time against its money. */
export function LadderTile({ tile }: { tile: LadderAnswer }) {
  const longest = Math.max(0, ...tile.items.flatMap((item) => steps.map(([step]) => Number(item[step]))))
  return (
    <TileCard tile={tile}>
      <ol className="panel-ladder">
        {tile.items.map((item) => (
          <LadderItem key={item.key} item={item} longest={longest} />
        ))}
      </ol>
    </TileCard>
  )
}

function LadderItem({ item, longest }: { item: Item; longest: number }) {
  const { mode } = useLook()
  const href = usePageHref()(item.href)
  return (
    <li>
      <div className="panel-ladder-name">
        <Link to={href}>
          {item.code && <b>{item.code}</b>} {item.label}
        </Link>
        {item.flags.map((flag) => (
          <Flag key={flag.words} {...flag} />
        ))}
      </div>
      <dl className="panel-ladder-bars">
        {steps.map(([step, label]) => (
          <div key={step}>
            <dt>{label}</dt>
            <dd>
              <span className="panel-bar" style={{ ...swatchOf(lookOf(step, mode), mode), width: share(item[step], longest) }} />
              <span className="panel-number">{formatMoney(item[step])}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Pace elapsed={item.elapsed} spent={item.spent} />
    </li>
  )
}

/** Money spent as a bar, time elapsed as a mark on it: a mark far ahead of the bar is money that may be lost. */
function Pace({ elapsed, spent }: Pick<Item, 'elapsed' | 'spent'>) {
  const { mode } = useLook()
  return (
    <div className="panel-pace">
      <span className="panel-pace-track">
        <span className="panel-bar" style={{ ...swatchOf(lookOf('disbursed', mode), mode), width: share(spent, 1) }} />
        {elapsed !== null && <span className="panel-pace-mark" style={{ left: share(elapsed, 1) }} />}
      </span>
      <span>
        speso {formatRatio(spent)}, tempo trascorso {formatRatio(elapsed)}
      </span>
    </div>
  )
}

function share(part: string | number | null, whole: number): string {
  if (part === null || whole === 0) return '0'
  return `${Math.min(100, Math.max(0, (Number(part) / whole) * 100))}%`
}
