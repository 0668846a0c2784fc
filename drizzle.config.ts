import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./db/entities/**/*.ts', './db/enumerations/*.ts', './db/auth.ts'],
  out: './db/migrations',
})
