import { useCustom, useList } from '@refinedev/core'
import { Button, Typography } from 'antd'
import { useState } from 'react'

import type { Refusal } from '../data/http.ts'
import type { Row } from '../resources/useRegisterList.ts'

/** The address that a calendar program subscribes to, table by table; asked for only when wanted. */
export function FeedAddresses() {
  const { result } = useList<Row, Refusal>({
    resource: 'coordination-tables',
    sorters: [{ field: 'name', order: 'asc' }],
    pagination: { currentPage: 1, pageSize: 200 },
    errorNotification: false,
  })
  return (
    <details className="record-panel">
      <summary>
        <h3>Abbonare un calendario</h3>
      </summary>
      <p className="quiet">
        Chi ha l’indirizzo legge date, luoghi e ordini del giorno del tavolo senza accedere: va dato solo a chi siede al tavolo.
      </p>
      <ul className="feeds">
        {result.data.map((table) => (
          <Feed key={table.id} table={table} />
        ))}
      </ul>
    </details>
  )
}

function Feed({ table }: { table: Row }) {
  const [wanted, setWanted] = useState(false)
  const { query } = useCustom<{ address: string }, Refusal>({
    url: `/api/coordination-tables/${table.id}/feed`,
    method: 'get',
    errorNotification: false,
    queryOptions: { enabled: wanted, staleTime: Infinity },
  })
  const address = query.data?.data.address
  return (
    <li>
      <span>{String(table['name'])}</span>
      {address ? (
        <Typography.Text copyable={{ tooltips: ['Copia l’indirizzo', 'Copiato'] }} className="feed-address">
          {address}
        </Typography.Text>
      ) : (
        <Button size="small" loading={wanted && query.isFetching} onClick={() => setWanted(true)}>
          Mostra l’indirizzo
        </Button>
      )}
    </li>
  )
}
