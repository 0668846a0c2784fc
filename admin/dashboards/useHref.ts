import { useCallback } from 'react'
import { useLocation } from 'react-router'
import { carryOn } from '../data/globalFilters.ts'
import { rowsHref } from './rowsHref.ts'

/** Makes the address of the list behind a figure. */
export function useRowsHref(): (rows: string | null) => string | null {
  const { search } = useLocation()
  return useCallback((rows) => rowsHref(rows, search), [search])
}

/** Makes the address of a page or a record, as the API names it, keeping the bar as it is. */
export function usePageHref(): (href: string) => string {
  const { search } = useLocation()
  return useCallback((href) => carryOn(href.replace(/^\/api(?=\/)/, ''), search), [search])
}
