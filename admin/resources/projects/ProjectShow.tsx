import { Attachments } from '../attachments/Attachments.tsx'
import { ResourceShow } from '../ResourceShow.tsx'
import type { ShowProps } from '../ResourceShow.tsx'
import { Accompaniment, accompanimentLists } from './Accompaniment.tsx'
import { Movements } from './Movements.tsx'
import { ProjectCard } from './ProjectCard.tsx'

const shownByCard = [
  'city',
  'code',
  'title',
  'scope',
  'action',
  'implementingBody',
  'cups',
  'responsible',
  'startedOn',
  'plannedEnd',
  'programmed',
  'admitted',
  'committed',
  'disbursed',
  'summary',
  'photoNote',
  'source',
]

const shownAbove = ['attachments', 'movements', 'project-links', 'project-cups', ...accompanimentLists]

/** A project as its public card: the same fields, then what only the agency sees. */
export function ProjectShow(props: ShowProps) {
  return (
    <ResourceShow {...props} except={shownByCard} exceptLists={shownAbove}>
      {(project) => (
        <>
          <ProjectCard project={project} />
          <Attachments
            register="projects"
            recordId={project.id}
            {...(typeof project['photoNote'] === 'string' && { noPhotos: project['photoNote'] })}
          />
          <Accompaniment project={project} />
          <Movements project={project} />
        </>
      )}
    </ResourceShow>
  )
}
