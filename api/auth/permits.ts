import { access, type Level } from '../../db/access.ts'
import { measuresOf, type Metric } from '../../db/defineMetric.ts'
import type { Field, Group, Resource } from '../../db/defineResource.ts'
import { readParameter } from '../../db/dialect.ts'
import type { Role } from '../../db/roles.ts'
import { moversOf, transitionTables } from '../../db/transitions/index.ts'
import { Refusal } from '../http/errors.ts'

const order: readonly Level[] = ['counts', 'read', 'write']

/** What some roles may do, whatever they are over: on which rows, the policies of the database say (`db/sight.ts`). */
export class Permits {
  readonly roles: readonly Role[]
  readonly #agencyRoles: readonly Role[]
  readonly #seen = new Map<Resource, Resource>()

  constructor(roles: readonly Role[], agencyRoles: readonly Role[]) {
    this.roles = roles
    this.#agencyRoles = agencyRoles
  }

  counts(group: Group): boolean {
    return this.#reaching('counts', group).length > 0
  }

  /** Whether a figure may be told: none that looks at what is not for them. */
  tells(metric: Metric): boolean {
    const { of } = metric
    const named = [metric.filter, ...measuresOf(metric).map(({ where = {} }) => where)].flatMap((filter) => Object.keys(filter))
    const looked = [
      ...named.map((name) => readParameter(name)?.field ?? name),
      ...measuresOf(metric).flatMap(({ sum = [] }) => sum),
      ...(metric.value.kind === 'duration' ? [metric.value.of] : []),
    ]
    return this.counts(of.group) && looked.every((field) => field in this.of(of).fields)
  }

  /** A register with the fields that are for them: the others are not there, for whatever is asked of it. */
  of<R extends Resource>(resource: R): R {
    const kept = this.#seen.get(resource) ?? this.#without(resource)
    this.#seen.set(resource, kept)
    return kept as R
  }

  #without(resource: Resource): Resource {
    const readers = this.#reaching('counts', resource.group)
    const isHidden = ({ onlyFor }: Field) =>
      onlyFor !== undefined &&
      // In a scope of one of their roles they would see it by another's leave: it is for them where it is for all they have there.
      !readers.some((role) => this.#agencyRoles.includes(role) && onlyFor.includes(role)) &&
      !readers.every((role) => onlyFor.includes(role))
    const shown = Object.entries(resource.fields).filter(([, field]) => !isHidden(field))
    if (shown.length === Object.keys(resource.fields).length) return resource
    const fields = Object.fromEntries(shown) as Resource['fields']
    return { ...resource, fields, writable: resource.writable.filter((field) => field in fields) }
  }

  reads(group: Group): boolean {
    return this.#reaching('read', group).length > 0
  }

  /** In which roles they write the records of a register. */
  writers({ group, readOnly }: Resource): readonly Role[] {
    return readOnly ? [] : this.#reaching('write', group)
  }

  /** In which roles they bring its records to a state; without one, to any. */
  movers({ name }: Resource, to?: string): readonly Role[] {
    const table = Object.hasOwn(transitionTables, name) && transitionTables[name as keyof typeof transitionTables]
    return table ? moversOf(table, this.roles, to) : []
  }

  /** In which roles they add files to its records, and take them away; a refusal where in none. */
  attachers(resource: Resource): readonly Role[] {
    const roles = [...new Set([...this.writers(resource), ...this.movers(resource)])]
    if (!this.reads(resource.group) || roles.length === 0) throw forbidden()
    return roles
  }

  #reaching(level: Level, group: Group): Role[] {
    return this.roles.filter((role) => {
      const own = access[group][role]
      return own !== undefined && order.indexOf(own) >= order.indexOf(level)
    })
  }
}

const known = new Map<string, Permits>()

/** The same for the same roles, so that what follows from them is worked out once. */
export function permitsOf(roles: readonly Role[], agencyRoles: readonly Role[]): Permits {
  const key = JSON.stringify([roles.toSorted(), agencyRoles.toSorted()])
  const permits = known.get(key) ?? new Permits(roles, agencyRoles)
  known.set(key, permits)
  return permits
}

export const forbidden = (message = 'Con il proprio ruolo non si può: chiedere a chi amministra il pannello.') =>
  new Refusal(403, message)
