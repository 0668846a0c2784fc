import { readFileSync, writeFileSync } from 'node:fs'
import { pages } from '../api/dashboards/pages/index.ts'
import { dataModel } from './dataModel.ts'
import { metricDictionary } from './metricDictionary.ts'
import { vocabulary } from './vocabulary.ts'

const dashboards = () => pages.map(({ path, label }) => `- ${label}, \`${path}\``).join('\n')

const written = {
  'docs/metrics.md': metricDictionary,
  'docs/data-model.md': dataModel,
  'docs/architecture.md': () => withPart('docs/architecture.md', 'vocabulary', `<!-- prettier-ignore -->\n${vocabulary()}`),
  'README.md': () => withPart('README.md', 'dashboards', dashboards()),
}

const onlyCheck = process.argv.includes('--check')

for (const [name, compose] of Object.entries(written)) {
  const page = compose()
  if (!onlyCheck) writeFileSync(pathOf(name), page)
  else if (read(name) !== page) {
    process.stderr.write(`${name} is not what the declarations say: run "npm run docs" and commit it.\n`)
    process.exitCode = 1
  }
}

/** A page written by hand, with the part between two comments as it is now. */
function withPart(name: string, part: string, text: string): string {
  const place = new RegExp(`(<!-- ${part}.*-->\n)[^]*(<!-- /${part} -->)`)
  return (read(name) ?? '').replace(place, (_, begin: string, end: string) => `${begin}\n${text}\n\n${end}`)
}

function read(name: string) {
  try {
    return readFileSync(pathOf(name), 'utf8')
  } catch {
    return null
  }
}

function pathOf(name: string) {
  return new URL(`../${name}`, import.meta.url)
}
