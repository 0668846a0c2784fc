import { access, type Level } from '../../db/access.ts'
import type { Group, Resource } from '../../db/defineResource.ts'
import type { Role } from '../../db/roles.ts'
import { moversOf, transitionTables } from '../../db/transitions/index.ts'
import { Refusal } from '../http/errors.ts'

const order: readonly Level[] = ['counts', 'read', 'write']

/** What some roles may do, whatever they are over: on which rows, the policies of the database say (`db/sight.ts`). */
export class Permits {
  readonly roles: readonly Role[]

  constructor(roles: readonly Role[]) {
    this.roles = roles
  }

  counts(group: Group): boolean {
    return this.#reaching('counts', group).length > 0
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

  #reaching(level: Level, group: Group): Role[] {
    return this.roles.filter((role) => {
      const own = access[group][role]
      return own !== undefined && order.indexOf(own) >= order.indexOf(level)
    })
  }
}

const known = new Map<string, Permits>()

/** The same for the same roles, so that what follows from them is worked out once. */
export function permitsOf(roles: readonly Role[]): Permits {
  const key = roles.toSorted().join()
  const permits = known.get(key) ?? new Permits(roles)
  known.set(key, permits)
  return permits
}

export const forbidden = (message = 'Con il proprio ruolo non si può: chiedere a chi amministra il pannello.') =>
  new Refusal(403, message)
