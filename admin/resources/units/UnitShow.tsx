import { ResourceShow } from '../ResourceShow.tsx'
import type { ShowProps } from '../ResourceShow.tsx'
import { UnitStory } from './UnitStory.tsx'

/** A unit, with its story on one line before everything else. */
export function UnitShow(props: ShowProps) {
  return <ResourceShow {...props}>{(unit) => <UnitStory id={unit.id} />}</ResourceShow>
}
