import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, TestCase } from 'vitest/node'

/** Says at the end of a run which tests passed or failed only after being tried again, and how often; in a file too. */
export function retriedTests(file: string): Reporter {
  const retried = new Map<string, number>()
  return {
    onTestRunStart: () => {
      retried.clear()
      rmSync(file, { force: true })
    },
    onTestCaseResult: (test: TestCase) => {
      const times = test.diagnostic()?.retryCount ?? 0
      if (times > 0) retried.set(`${test.module.relativeModuleId} > ${test.fullName}`, times)
    },
    onTestRunEnd: () => {
      const lines = [...retried].map(([name, times]) => `retried: ${name} ×${times}\n`).join('')
      process.stdout.write(lines || 'retried: none\n')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, lines)
    },
  }
}
