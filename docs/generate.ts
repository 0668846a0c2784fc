import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dataModel } from './dataModel.ts'
import { metricDictionary } from './metricDictionary.ts'
import { readme } from './readme.ts'

const pages = { 'docs/metrics.md': metricDictionary, 'docs/data-model.md': dataModel, 'README.md': readme }

const onlyCheck = process.argv.includes('--check')

for (const [name, compose] of Object.entries(pages)) {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url))
  const page = compose()
  if (!onlyCheck) writeFileSync(path, page)
  else if (read(path) !== page) {
    process.stderr.write(`${name} is not what the declarations say: run "npm run docs" and commit it.\n`)
    process.exitCode = 1
  }
}

function read(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
