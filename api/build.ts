import { buildAdmin } from './buildAdmin.ts'

await buildAdmin()
