import { choiceEnum } from '../columns.ts'

export const owners = { aler: 'Aler', comune: 'Comune', other: 'Altro ente' } as const

export const owner = choiceEnum('owner', owners)
