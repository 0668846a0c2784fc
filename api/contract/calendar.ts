import { z } from '@hono/zod-openapi'
import { groups } from '../../db/defineResource.ts'
import { moments, read, refusedWith, type Registry } from './answers.ts'
import { clocks, id } from './requests.ts'

const tags = [groups.coordination]

const file = { 'text/calendar': { schema: z.string() } }

/** Meetings as calendar programs read them. */
export function describeCalendar(registry: Registry) {
  registry.registerPath({
    method: 'get',
    path: '/meetings/{id}/invitation.ics',
    operationId: 'meetingInvitation',
    tags,
    summary: 'L’invito a un incontro',
    request: { params: id, query: clocks },
    responses: { 200: { description: 'Un file iCalendar.', content: file, headers: moments() }, ...refusedWith(400, 404) },
  })
  registry.registerPath({
    method: 'get',
    path: '/coordination-tables/{id}/feed',
    operationId: 'coordinationTableFeed',
    tags,
    summary: 'L’indirizzo del calendario di un tavolo',
    description: 'Chi lo conosce legge gli incontri del tavolo senza accedere: va dato solo a chi ne fa parte.',
    request: { params: id },
    responses: { 200: read(z.object({ address: z.url() }), 'L’indirizzo.'), ...refusedWith(404) },
  })
}
