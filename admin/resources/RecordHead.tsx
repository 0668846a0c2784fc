import { CheckOutlined, CopyOutlined, DeleteOutlined, EditOutlined, SwapOutlined } from '@ant-design/icons'
import { Button, Tag, Typography } from 'antd'
import { lazy, useEffect, useEffectEvent, useState } from 'react'
import { Link, useNavigate } from 'react-router'

import { formatInstant } from '../../db/format.ts'
import { titleOf } from '../data/catalogue.ts'
import type { Register } from '../data/catalogue.ts'
import { useCarryOn, useClocks } from '../data/globalFilters.ts'
import { Part } from '../ui/Part.tsx'
import { closedForGood } from './closedForGood.ts'
import type { Recorded } from './useRecord.ts'
import { readOnlyReason, WriteLink } from './WriteLink.tsx'

const DeleteDialog = lazy(async () => ({ default: (await import('./DeleteDialog.tsx')).DeleteDialog }))
const TransitionDialog = lazy(async () => ({ default: (await import('./TransitionDialog.tsx')).TransitionDialog }))

/** Never changed nor deleted: what is wrong is reversed from the project's page. */
const appendOnly = new Set(['movements'])

interface RecordHeadProps {
  register: Register
  record: Recorded
}

export function RecordHead({ register, record }: RecordHeadProps) {
  const carryOn = useCarryOn()
  const { past } = useClocks()
  const [open, setOpen] = useState<'delete' | 'transition' | null>(null)
  const base = `/${register.name}/${encodeURIComponent(record.id)}`
  const closed = past ? { disabled: true, title: readOnlyReason } : {}
  const changeable = !register.readOnly && !appendOnly.has(register.name) && !closedForGood(register.name, record)
  useEditKey(changeable && !past ? `${base}/edit` : null)

  return (
    <header className="page-head">
      <div>
        <p className="crumb">
          <Link to={carryOn(`/${register.name}`)}>{register.label.many}</Link>
        </p>
        <h1>
          {titleOf(register, record)} {record.isDemo && <Tag color="blue">dato dimostrativo</Tag>}
        </h1>
        <p className="quiet record-facts">
          <Typography.Text
            className="quiet"
            copyable={{
              text: record.id,
              tooltips: ['Copia l’identificativo', 'Copiato'],
              icon: [<CopyOutlined key="copy" aria-hidden />, <CheckOutlined key="copied" aria-hidden />],
            }}
          >
            {register.label.one} {record.id.slice(0, 8)}
          </Typography.Text>
          {typeof record['recordedAt'] === 'string' && (
            <span>
              registrato il {formatInstant(record['recordedAt'])} da {String(record['recordedBy'] ?? 'sistema')}
            </span>
          )}
        </p>
      </div>
      <div className="actions">
        {register.transitions && (
          <Button icon={<SwapOutlined aria-hidden />} onClick={() => setOpen('transition')} {...closed}>
            Cambia stato
          </Button>
        )}
        {register.name === 'comuni' && <Link to={carryOn(`/comuni/${record.id}/scheda`)}>Scheda del comune</Link>}
        {changeable && (
          <>
            <WriteLink to={`${base}/edit`} past={past} icon={<EditOutlined aria-hidden />} type="primary">
              Modifica
            </WriteLink>
            <Button danger icon={<DeleteOutlined aria-hidden />} onClick={() => setOpen('delete')} {...closed}>
              Elimina
            </Button>
          </>
        )}
      </div>
      <Part>
        {open === 'delete' && <DeleteDialog register={register} record={record} onClose={() => setOpen(null)} />}
        {open === 'transition' && <TransitionDialog register={register} record={record} onClose={() => setOpen(null)} />}
      </Part>
    </header>
  )
}

function useEditKey(href: string | null) {
  const carryOn = useCarryOn()
  const navigate = useNavigate()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const busy = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role="dialog"]') !== null
    if (href && event.key === 'e' && !busy && !event.ctrlKey && !event.metaKey && !event.altKey) void navigate(carryOn(href))
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
