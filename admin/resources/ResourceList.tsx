import { PlusOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'

import { formatCount } from '../../db/format.ts'
import { fieldsIn, useRegister } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { useClocks } from '../data/globalFilters.ts'
import { without } from '../data/listAddress.ts'
import { Problem } from '../ui/Problem.tsx'
import { usePageTitle } from '../ui/usePageTitle.ts'
import { EmptyList, NoAccess } from './EmptyList.tsx'
import { FilterPills } from './FilterPills.tsx'
import { ListFooter } from './ListFooter.tsx'
import { ListTable } from './ListTable.tsx'
import type { Density } from './ListTable.tsx'
import { ListToolbar } from './ListToolbar.tsx'
import './registers.css'
import { useRegisterList } from './useRegisterList.ts'
import { WriteLink } from './WriteLink.tsx'

const densityKey = 'ballatoio.densita'

/** Registers whose records are also written many at a time. */
const grids: Readonly<Record<string, string>> = { 'desk-counts': '/desk-counts/grid' }

interface ResourceListProps {
  name: string
}

/** Any register as a list: searched, filtered, sorted and counted by the server, and said in full by its address. */
export function ResourceList({ name }: ResourceListProps) {
  const register = useRegister(name)
  const list = useRegisterList(register)
  const { past } = useClocks()
  const [density, setDensity] = useState<Density>(() =>
    localStorage.getItem(densityKey) === 'compact' ? 'compact' : 'comfortable',
  )
  usePageTitle(register.label.many)

  const { state, search, query, rows, count } = list
  const columns = columnsOf(register, state.columns)
  const clear = () => list.go(without(withoutSearch(search), state.conditions))
  const narrowed = state.conditions.length > 0 || state.q !== ''
  const changeDensity = (next: Density) => {
    localStorage.setItem(densityKey, next)
    setDensity(next)
  }

  return (
    <section className="register" aria-labelledby="titolo">
      <header className="page-head">
        <div>
          <h1 id="titolo">{register.label.many}</h1>
          <p className="quiet" role="status">
            {query.isSuccess ? `${formatCount(count)} ${count === 1 ? 'risultato' : 'risultati'}` : ' '}
          </p>
        </div>
        {grids[name] && (
          <WriteLink to={grids[name]} past={past} icon={<TableOutlined aria-hidden />}>
            Griglia
          </WriteLink>
        )}
        {!register.readOnly && (
          <WriteLink to={`/${name}/create`} past={past} icon={<PlusOutlined aria-hidden />} type="primary">
            Nuovo
          </WriteLink>
        )}
      </header>
      <ListToolbar
        register={register}
        list={list}
        density={density}
        onDensity={changeDensity}
        columns={columns.map(([key]) => key)}
      />
      <FilterPills
        register={register}
        state={state}
        onRemove={(condition) => list.go(without(search, [condition]))}
        onSearch={(q) => list.change({ q })}
        onClear={clear}
      />
      {query.isError && query.error.statusCode === 403 ? (
        <NoAccess />
      ) : query.isError ? (
        <Problem
          what={`L’elenco «${register.label.many}» non può essere mostrato`}
          error={query.error}
          onRetry={() => void query.refetch()}
          action={narrowed && <Button onClick={clear}>Azzera filtri</Button>}
        />
      ) : query.isSuccess && count === 0 ? (
        <EmptyList register={register} narrowed={narrowed} onClear={clear} />
      ) : (
        <>
          <ListTable
            register={register}
            columns={columns}
            rows={rows}
            sums={list.sums}
            sort={state.sort}
            size={state.size}
            density={density}
            loading={query.isPending}
            stale={query.isPlaceholderData}
            onSort={(sort) => list.change({ sort })}
          />
          <ListFooter state={state} count={count} all={list.all} shown={rows.length} onChange={list.change} />
        </>
      )}
    </section>
  )
}

function columnsOf(register: Register, chosen: string[] | null) {
  if (!chosen || chosen.length === 0) return fieldsIn(register, 'list')
  return chosen.flatMap((key) => {
    const field = register.fields[key]
    return field ? [[key, field] as [string, typeof field]] : []
  })
}

function withoutSearch(search: string): string {
  const parameters = new URLSearchParams(search)
  parameters.delete('q')
  return `?${parameters}`
}
