import type { DataProvider } from '@refinedev/core'
import simpleRest from '@refinedev/simple-rest'

import { speak } from './filters.ts'
import { http } from './http.ts'

const rest = simpleRest('/api', http)

/** `simple-rest`, made unable to misunderstand a filter, and able to ask many records at once in one page. */
export const dataProvider: DataProvider = {
  ...rest,
  getList: async (params) => rest.getList({ ...params, filters: speak(params.filters) }),
  getMany: async ({ resource, ids, meta }) =>
    rest.getList({
      resource,
      filters: speak([{ field: 'id', operator: 'in', value: ids }]),
      pagination: { currentPage: 1, pageSize: ids.length },
      ...(meta && { meta }),
    }),
  /** `simple-rest` adds a second «?» to an address that already has one. */
  custom: async ({ url, method, query, payload, headers }) => {
    const { data } = await http.request({ url, method, params: query, data: payload, headers: headers ?? {} })
    return { data }
  },
}
