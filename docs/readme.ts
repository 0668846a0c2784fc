import { readFileSync } from 'node:fs'
import { pages } from '../api/dashboards/pages/index.ts'

const place = /(<!-- dashboards.*-->\n)[^]*(<!-- \/dashboards -->)/

/** The README as it is, with the dashboards that there are. */
export function readme(): string {
  const written = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const lines = pages.map(({ path, label }) => `- ${label}, \`${path}\`\n`).join('')
  return written.replace(place, (_, begin: string, end: string) => `${begin}\n${lines}\n${end}`)
}
