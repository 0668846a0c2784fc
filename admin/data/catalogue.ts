import { createContext, use } from 'react'

import type { CrudFilter } from '@refinedev/core'
import { searchedFields } from '../../db/dialect.ts'
import type { Field, Group, Place, Resource } from '../../db/defineResource.ts'
import type { describePages } from '../../api/dashboards/page.ts'

/** A resource as the API tells it: its declaration without what only the database reads. */
export interface Register extends Pick<Resource, 'name' | 'label' | 'title' | 'group' | 'sort' | 'readOnly'> {
  fields: Readonly<Record<string, Field>>
  writable: readonly string[]
  /** Columns that must have a value. */
  required?: readonly string[]
  /** The fields that change in life: of a change, since when, or that what stood was wrong. */
  dated?: readonly string[]
  /** Files can stand beside its records. */
  hasFiles?: true
  /** From each state, those that follow; absent when the resource has no states of its own. */
  transitions?: Readonly<Record<string, readonly string[]>>
}

export type PageEntry = ReturnType<typeof describePages>[number]

export interface Catalogue {
  groups: Readonly<Record<Group, string>>
  resources: readonly Register[]
  /** Those of the menu, in its order, and those about one record. */
  pages: readonly PageEntry[]
}

export const CatalogueContext = createContext<Catalogue | null>(null)

export function useCatalogue(): Catalogue {
  const catalogue = use(CatalogueContext)
  if (!catalogue) throw new Error('The catalogue is read before the panel is shown')
  return catalogue
}

export function useRegister(name: string): Register {
  const register = registerOf(useCatalogue(), name)
  if (!register) throw new Error(`No register is called ${name}`)
  return register
}

export const registerOf = (catalogue: Catalogue, name: string): Register | undefined =>
  catalogue.resources.find((resource) => resource.name === name)

export function usePage(id: string): PageEntry {
  const page = useCatalogue().pages.find((one) => one.id === id)
  if (!page) throw new Error(`No page is called ${id}`)
  return page
}

/** The fields of a register for a place of the screen, in the order they were declared. */
export function fieldsIn(register: Register, place: Place): [string, Field][] {
  return Object.entries(register.fields).filter(([key, field]) => {
    if (place === 'form' && !register.writable.includes(key)) return false
    return !field.in || field.in.includes(place)
  })
}

/** Pairs of a register and its field that refer to records of another: what a record page lists below its own fields. */
export function referrersTo(catalogue: Catalogue, name: string): { register: Register; field: string }[] {
  return catalogue.resources.flatMap((register) =>
    Object.entries(register.fields)
      .filter(([, field]) => field.kind === 'reference' && field.to === name)
      .map(([field]) => ({ register, field })),
  )
}

/** Whether the API looks for words in this register; asked of one that has nothing to look in, it refuses. */
export const isSearchable = ({ fields }: Register): boolean => searchedFields(fields).length > 0

/** What to ask a register for the records that some words mean: by all it is searched by, else by its title. */
export const searchFilters = (register: Register, q: string): CrudFilter[] =>
  q
    ? [
        isSearchable(register)
          ? { field: 'q', operator: 'eq', value: q }
          : { field: register.title, operator: 'contains', value: q },
      ]
    : []

/** What a record is called on the screen. */
export function titleOf(register: Register, record: Readonly<Record<string, unknown>>): string {
  const title = record[register.title]
  return typeof title === 'string' && title ? title : `${register.label.one} ${String(record['id'] ?? '').slice(0, 8)}`
}
