import { Link } from 'react-router'

import { formatDate, formatMoney, formatRatio } from '../../../db/format.ts'
import { useRegister } from '../../data/catalogue.ts'
import { useCarryOn } from '../../data/globalFilters.ts'
import { FieldList } from '../FieldList.tsx'
import type { Recorded } from '../useRecord.ts'
import { useRelated } from '../useRelated.ts'
import { Value } from '../Value.tsx'

const ladder = ['programmed', 'admitted', 'committed', 'disbursed'] as const

interface ProjectCardProps {
  project: Recorded
}

/** The card as the programme publishes it: the same fields in the same order, empty ones too. */
export function ProjectCard({ project }: ProjectCardProps) {
  const { fields } = useRegister('projects')
  const shown = (keys: string[]) => keys.flatMap((key) => (fields[key] ? [[key, fields[key]] as const] : []))
  return (
    <section className="record-panel project-card" aria-labelledby="scheda">
      <h2 id="scheda">Scheda del progetto</h2>
      <div className="card-columns">
        <div>
          <FieldList fields={shown(['city', 'code', 'scope', 'action', 'implementingBody', 'responsible'])} record={project} />
          <Cups project={project} />
          <dl className="fields">
            <div>
              <dt>Data inizio e fine</dt>
              <dd>
                {formatDate(project['startedOn'] as string | null)} – {formatDate(project['plannedEnd'] as string | null)}
              </dd>
            </div>
          </dl>
        </div>
        <Ladder project={project} />
      </div>
      <h3>Sintesi</h3>
      {fields['summary'] && <Value field={fields['summary']} value={project['summary']} />}
      <Links project={project} />
    </section>
  )
}

function Ladder({ project }: ProjectCardProps) {
  const { fields } = useRegister('projects')
  const whole = Math.max(...ladder.map((key) => Number(project[key] ?? 0)))
  return (
    <div className="ladder">
      <h3>Importi</h3>
      <dl>
        {ladder.map((key) => (
          <div key={key} data-step={key}>
            <dt>{fields[key]?.label}</dt>
            <dd>
              <span className="ladder-amount">{formatMoney(project[key] as string | null)}</span>
              <span className="ladder-track" aria-hidden="true">
                <span className="ladder-bar" style={{ width: `${whole > 0 ? (Number(project[key] ?? 0) / whole) * 100 : 0}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        Speso {formatRatio(project['spentShare'] as number | null)} dell’ammesso; trascorso{' '}
        {formatRatio(project['elapsed'] as number | null)} del tempo previsto.
      </p>
    </div>
  )
}

function Cups({ project }: ProjectCardProps) {
  const cups = useRelated('project-cups', 'projectId', project.id, 50)
  return (
    <dl className="fields">
      <div>
        <dt>CUP</dt>
        <dd>
          {cups.rows.length === 0 && !cups.pending && <span className="empty-value">CUP non indicato</span>}
          <ul className="value-list">
            {cups.rows.map((row) => (
              <li key={row.id}>
                <code>{String(row['cup'])}</code>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  )
}

function Links({ project }: ProjectCardProps) {
  const onward = useRelated('project-links', 'fromId', project.id, 50)
  const back = useRelated('project-links', 'toId', project.id, 50)
  const carryOn = useCarryOn()
  const kind = useRegister('project-links').fields['kind']
  const links = [
    ...onward.rows.map((row) => ({ row, id: row['toId'], code: row['toCode'], title: row['toTitle'] })),
    ...back.rows.map((row) => ({ row, id: row['fromId'], code: row['fromCode'], title: row['fromTitle'] })),
  ]
  return (
    <>
      <h3>Progetti collegati</h3>
      {links.length === 0 ? (
        <p className="quiet">{onward.pending || back.pending ? 'Caricamento' : 'Nessun progetto collegato.'}</p>
      ) : (
        <ul className="links">
          {links.map(({ row, id, code, title }) => (
            <li key={row.id}>
              <Link to={carryOn(`/projects/${String(id)}`)}>
                {String(code)} – {String(title)}
              </Link>{' '}
              {kind && (
                <span className="quiet">
                  <Value field={kind} value={row['kind']} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
