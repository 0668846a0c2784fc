import type { Catalogue } from './catalogue.ts'
import { http } from './http.ts'

let catalogue: Promise<Catalogue> | undefined

/** The declarations of every register and page: read once, they change only with a new version of the panel. */
export function loadCatalogue(): Promise<Catalogue> {
  catalogue ??= http.get<Catalogue>('/api/resources').then(({ data }) => data)
  return catalogue
}
