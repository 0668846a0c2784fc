import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dataModel } from './dataModel.ts'
import { metricDictionary } from './metricDictionary.ts'
import { vocabulary } from './vocabulary.ts'

const begin = '<!-- vocabulary: written by npm run docs -->'
const end = '<!-- /vocabulary -->'

/** The page as it is written by hand, with the table of words as it is now. */
function architecture(): string {
  const page = read('architecture.md') ?? ''
  return `${page.slice(0, page.indexOf(begin) + begin.length)}\n\n${vocabulary()}\n\n${page.slice(page.indexOf(end))}`
}

const pages = { 'metrics.md': metricDictionary, 'data-model.md': dataModel, 'architecture.md': architecture }

const onlyCheck = process.argv.includes('--check')

for (const [name, compose] of Object.entries(pages)) {
  const page = compose()
  if (!onlyCheck) writeFileSync(pathOf(name), page)
  else if (read(name) !== page) {
    process.stderr.write(`docs/${name} is not what the declarations say: run "npm run docs" and commit it.\n`)
    process.exitCode = 1
  }
}

function read(name: string) {
  try {
    return readFileSync(pathOf(name), 'utf8')
  } catch {
    return null
  }
}

function pathOf(name: string) {
  return fileURLToPath(new URL(name, import.meta.url))
}
