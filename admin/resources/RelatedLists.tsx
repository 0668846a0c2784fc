import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'

import { formatCount } from '../../db/format.ts'
import { fieldsIn, referrersTo, useCatalogue } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { useCarryOn } from '../data/globalFilters.ts'
import { ListTable } from './ListTable.tsx'
import { useRelated } from './useRelated.ts'

interface RelatedListsProps {
  name: string
  id: string
  except: readonly string[]
}

/** What refers to the record, register by register; asked for when the reader gets there. */
export function RelatedLists({ name, id, except }: RelatedListsProps) {
  const [host, near] = useNear()
  const referrers = referrersTo(useCatalogue(), name).filter(({ register }) => !except.includes(register.name))
  if (referrers.length === 0) return null
  return (
    <section ref={host} className="related" aria-labelledby="collegati">
      <h2 id="collegati">Elenchi collegati</h2>
      {near &&
        referrers.map(({ register, field }) => (
          <RelatedList key={`${register.name}.${field}`} register={register} field={field} id={id} />
        ))}
    </section>
  )
}

interface RelatedListProps {
  register: Register
  /** The field by which its records refer to this one. */
  field: string
  id: string
}

function RelatedList({ register, field, id }: RelatedListProps) {
  const { rows, count } = useRelated(register.name, field, id, 5)
  const carryOn = useCarryOn()
  if (count === 0) return null
  const columns = fieldsIn(register, 'list')
    .filter(([key]) => key !== field)
    .slice(0, 6)
  return (
    <details className="record-panel" open={isOwn(register, field)}>
      <summary>
        <h3>
          {register.label.many} <span className="quiet">{formatCount(count)}</span>
        </h3>
      </summary>
      <ListTable
        register={register}
        columns={columns}
        rows={rows}
        sums={{}}
        sort={[]}
        size={5}
        density="compact"
        loading={false}
        stale={false}
      />
      <Link to={carryOn(`/${register.name}?${field}=${encodeURIComponent(id)}`)}>
        {count > rows.length ? `Tutti i ${formatCount(count)}` : 'Apri l’elenco'}
        <span className="only-read"> di {register.label.many}</span>
      </Link>
    </details>
  )
}

/** A record that refers to this one itself, and not through others: an apartment's states, not all the apartments of a UOG. */
const isOwn = ({ writable, fields }: Register, field: string): boolean =>
  writable.includes(field) || Object.keys(fields)[0] === field

/** True once the element has come near the visible part of the page. */
function useNear() {
  const host = useRef<HTMLElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!host.current) return
    const watcher = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), {
      rootMargin: '400px',
    })
    watcher.observe(host.current)
    return () => watcher.disconnect()
  }, [])
  return [host, near] as const
}
