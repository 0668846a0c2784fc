import { useCustom, useList } from '@refinedev/core'
import { Button, Popconfirm, Typography } from 'antd'
import { useState } from 'react'

import { http } from '../data/http.ts'
import type { Refusal } from '../data/http.ts'
import type { Row } from '../resources/useRegisterList.ts'

/** The address that a calendar program subscribes to, table by table; asked for only when wanted. */
export function FeedAddresses() {
  const [revoked, setRevoked] = useState(0)
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
        L’indirizzo è di chi lo chiede: chi lo conosce legge senza accedere date, luoghi e ordini del giorno che riguardano questo
        utente, finché l’utente vede il tavolo e non lo revoca.
      </p>
      <Popconfirm
        title="Revocare tutti gli indirizzi dati finora?"
        description="I calendari abbonati con questo utente smettono di aggiornarsi."
        okText="Revoca"
        cancelText="Annulla"
        onConfirm={async () => {
          await http.delete('/api/session/feeds')
          setRevoked(revoked + 1)
        }}
      >
        <Button size="small">Revoca i miei indirizzi</Button>
      </Popconfirm>
      <ul className="feeds">
        {result.data.map((table) => (
          <Feed key={`${table.id} ${revoked}`} table={table} revoked={revoked} />
        ))}
      </ul>
    </details>
  )
}

function Feed({ table, revoked }: { table: Row; revoked: number }) {
  const [wanted, setWanted] = useState(false)
  const { query } = useCustom<{ address: string }, Refusal>({
    url: `/api/coordination-tables/${table.id}/feed`,
    method: 'get',
    errorNotification: false,
    queryOptions: { enabled: wanted, staleTime: Infinity, queryKey: ['feed', table.id, revoked] },
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
