import { useEffect, useState } from 'react'
import { usePage } from '../data/catalogue.ts'
import { Bands } from './Bands.tsx'
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
      <Bands tiles={usePage(id).layout} draw={({ kind }) => <TileSkeleton kind={kind} />} />
    </>
  )
}
