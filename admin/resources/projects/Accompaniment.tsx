import { fieldsIn, useRegister } from '../../data/catalogue.ts'
import { ListTable } from '../ListTable.tsx'
import type { Recorded } from '../useRecord.ts'
import { useRelated } from '../useRelated.ts'

/** What an accompaniment is made of, in the order in which it happens. */
export const accompanimentLists = [
  'accompaniment-phases',
  'allocation-targets',
  'accompaniment-tasks',
  'service-spaces',
  'accompaniment-activities',
]

const most = 60

interface AccompanimentProps {
  project: Recorded
}

/** How a project accompanies households: phases, plan of allocations, tasks, spaces and activities, whole and on one page. */
export function Accompaniment({ project }: AccompanimentProps) {
  const { count } = useRelated('accompaniment-phases', 'projectId', project.id, most)
  if (count === 0) return null
  return (
    <section className="record-panel" aria-labelledby="accompagnamento">
      <h2 id="accompagnamento">Accompagnamento</h2>
      {accompanimentLists.map((name) => (
        <AccompanimentList key={name} name={name} projectId={project.id} />
      ))}
    </section>
  )
}

function AccompanimentList({ name, projectId }: { name: string; projectId: string }) {
  const register = useRegister(name)
  const { rows, count } = useRelated(name, 'projectId', projectId, most)
  if (count === 0) return null
  return (
    <>
      <h3>{register.label.many}</h3>
      <ListTable
        register={register}
        columns={fieldsIn(register, 'list').filter(([key]) => key !== 'projectId')}
        rows={rows}
        sums={{}}
        sort={[]}
        size={most}
        density="compact"
        loading={false}
        stale={false}
      />
    </>
  )
}
