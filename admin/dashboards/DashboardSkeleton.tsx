import { useEffect, useState } from 'react'
import type { CSSProperties } from 'react'
import { shapeOf } from './layouts.ts'
import { Bones } from '../ui/Bones.tsx'
import { TileSkeleton } from './TileSkeleton.tsx'

const patience = 2000

/** The page's shape before its figures; if they keep waiting, it says so. */
export function DashboardSkeleton({ id }: { id: string }) {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), patience)
    return () => clearTimeout(timer)
  }, [])
  const shape = shapeOf(id)
  const figures = shape.filter((kind) => kind === 'figure')
  const others = shape.filter((kind) => kind !== 'figure')
  return (
    <>
      <header className="panel-head" role="status">
        <div>
          <Bones widths={['16rem', '24rem']} />
          <span className={isSlow ? undefined : 'panel-hidden'}>
            {isSlow ? 'Il conteggio sta richiedendo più del solito.' : 'Caricamento in corso'}
          </span>
        </div>
      </header>
      <div
        className="panel-figures"
        style={{ '--count': figures.length, '--half': Math.ceil(figures.length / 2) } as CSSProperties}
      >
        {figures.map((kind, order) => (
          <div key={order} className="panel-cell panel-cell-4">
            <TileSkeleton kind={kind} />
          </div>
        ))}
      </div>
      <div className="panel-tiles">
        {others.map((kind, order) => (
          <div key={order} className="panel-cell panel-cell-6">
            <TileSkeleton kind={kind} />
          </div>
        ))}
      </div>
    </>
  )
}
