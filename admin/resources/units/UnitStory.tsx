import type { Field } from '../../../db/defineResource.ts'
import { formatDate, formatDays } from '../../../db/format.ts'
import { useRegister } from '../../data/catalogue.ts'
import type { Register } from '../../data/catalogue.ts'
import { useClocks } from '../../data/globalFilters.ts'
import { Problem } from '../../ui/Problem.tsx'
import { todayInRome } from '../../ui/periods.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { useRelated } from '../useRelated.ts'
import type { Row } from '../useRegisterList.ts'
import { unitStory } from './unitStory.ts'
import type { Step } from './unitStory.ts'

const most = 500

interface UnitStoryProps {
  id: string
}

/** Let, freed, inspected, works, assigned: what the dwelling went through, and how many days each took. */
export function UnitStory({ id }: UnitStoryProps) {
  const { asOf } = useClocks()
  const states = useRelated('unit-states', 'unitId', id, most)
  const episodes = useRelated('vacancies', 'unitId', id, most)
  const stages = useRelated('vacancy-stages', 'unitId', id, most)
  const failed = [states, episodes, stages].find(({ error }) => error)
  const steps = unitStory(
    states.rows.map((row) => ({ state: text(row, 'state'), from: text(row, 'validFrom'), to: end(row, 'validTo') })),
    episodes.rows.map((row) => ({
      id: row.id,
      from: text(row, 'startedOn'),
      to: end(row, 'endedOn'),
      releaseReason: text(row, 'releaseReason'),
      outcome: end(row, 'outcome'),
    })),
    stages.rows.map((row) => ({
      vacancyId: text(row, 'vacancyId'),
      stage: text(row, 'stage'),
      from: text(row, 'validFrom'),
      to: end(row, 'validTo'),
    })),
    asOf ?? todayInRome(),
  )

  return (
    <section className="record-panel" aria-labelledby="vicenda">
      <h2 id="vicenda">La vicenda dell’alloggio</h2>
      {failed?.error && (
        <Problem what="La vicenda non può essere mostrata" error={failed.error} onRetry={() => void failed.retry()} />
      )}
      {states.pending || episodes.pending || stages.pending ? (
        <Waiting rows={2} />
      ) : steps.length === 0 ? (
        <p className="quiet">Nessuno stato registrato per questa unità.</p>
      ) : (
        <Line steps={steps} />
      )}
    </section>
  )
}

function Line({ steps }: { steps: Step[] }) {
  const states = useRegister('unit-states')
  const episodes = useRegister('vacancies')
  const stages = useRegister('vacancy-stages')
  const nameOf = (step: Step) => (step.of === 'state' ? choice(states, 'state', step.name) : choice(stages, 'stage', step.name))
  return (
    <ol className="story" tabIndex={0} aria-label="Dal passato a oggi">
      {steps.map((step) => (
        <li
          key={`${step.from}-${step.name}`}
          data-kind={step.kind}
          data-open={step.to === null}
          style={{ flexGrow: Math.sqrt(step.days) }}
        >
          <span className="story-mark" aria-hidden="true" />
          <strong>{nameOf(step)}</strong>
          <span className="story-days">{formatDays(step.days)}</span>
          <span className="quiet">
            {step.to === null ? `dal ${formatDate(step.from)}` : `${formatDate(step.from)} – ${formatDate(step.to)}`}
          </span>
          {step.releaseReason && (
            <span className="quiet">liberato per {choice(episodes, 'releaseReason', step.releaseReason).toLowerCase()}</span>
          )}
          {step.outcome && <span className="quiet">esito: {choice(episodes, 'outcome', step.outcome).toLowerCase()}</span>}
        </li>
      ))}
    </ol>
  )
}

function choice(register: Register, key: string, value: string): string {
  const field: Field | undefined = register.fields[key]
  return field?.kind === 'choice' ? (field.choices[value] ?? value) : value
}

const text = (row: Row, key: string) => String(row[key] ?? '')

const end = (row: Row, key: string) => {
  const value = row[key]
  return typeof value === 'string' && value !== 'infinity' ? value : null
}
