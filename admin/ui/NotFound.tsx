import { Link } from 'react-router'

import { useCarryOn } from '../data/globalFilters.ts'
import { usePageTitle } from './usePageTitle.ts'

interface NotFoundProps {
  what?: string
}

export function NotFound({ what = 'La pagina cercata non esiste, o non è più qui.' }: NotFoundProps) {
  const carryOn = useCarryOn()
  usePageTitle('Non trovato')
  return (
    <section className="not-found">
      <h1>Non trovato</h1>
      <p>{what}</p>
      <Link to={carryOn('/')}>Torna al quadro direzionale</Link>
    </section>
  )
}
