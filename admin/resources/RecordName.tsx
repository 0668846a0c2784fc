import { useMany } from '@refinedev/core'
import { registerOf, titleOf, useCatalogue } from '../data/catalogue.ts'

interface RecordNameProps {
  to: string
  id: string
}

/** What a record is called, when whoever refers to it does not say; until it is known, the beginning of its id. */
export function RecordName({ to, id }: RecordNameProps) {
  const register = registerOf(useCatalogue(), to)
  const { result } = useMany<{ id: string }>({
    resource: to,
    ids: [id],
    errorNotification: false,
    queryOptions: { enabled: register !== undefined, staleTime: 300_000 },
  })
  const [record] = result.data
  return record && register ? titleOf(register, record) : id.slice(0, 8)
}
