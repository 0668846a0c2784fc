import { useParams } from 'react-router'

import { useRegister } from '../data/catalogue.ts'
import { useClocks } from '../data/globalFilters.ts'
import { NotFound } from '../ui/NotFound.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import './registers.css'
import { ResourceForm } from './ResourceForm.tsx'
import { useRecordToEdit } from './useRecord.ts'
import { readOnlyReason } from './WriteLink.tsx'

interface FormRouteProps {
  name: string
}

/** The form of a new record, or of one that is read first: never of one seen in the past. */
export function FormRoute({ name }: FormRouteProps) {
  const { id } = useParams()
  const register = useRegister(name)
  const { past } = useClocks()
  const query = useRecordToEdit(name, id, !past)
  if (past) return <Problem what={`${register.label.one}: non si può scrivere`} error={{ message: readOnlyReason }} />
  if (id === undefined) return <ResourceForm register={register} record={null} />
  // Once it is open, nothing that is read again or cannot be takes the form away.
  const record = query.data?.data
  if (record) return <ResourceForm key={id} register={register} record={record} />
  if (query.isError && query.error.statusCode === 404) return <NotFound />
  if (query.isError)
    return <Problem what="Il record non può essere letto" error={query.error} onRetry={() => void query.refetch()} />
  return <Waiting />
}
