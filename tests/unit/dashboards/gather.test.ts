import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inquiry } from '../../../api/dashboards/inquiry.ts'
import { gather } from '../../../api/dashboards/gather.ts'
import { allDone } from '../../../api/http/allDone.ts'

const orphans: unknown[] = []
const noteOrphan = (reason: unknown) => void orphans.push(reason)

beforeEach(() => {
  orphans.length = 0
  process.on('unhandledRejection', noteOrphan)
})

afterEach(() => {
  process.off('unhandledRejection', noteOrphan)
})

const soon = async () => new Promise((resolve) => setTimeout(resolve, 5))

const failsLater = (ended: string[]) => async () => {
  await soon()
  ended.push('later')
  throw new Error('later')
}

describe('the tiles of a page', () => {
  test('fail together: one thrown before it asks anything, one that rejects afterwards, one error and nobody left behind', async () => {
    const ended: string[] = []
    const atOnce = () => {
      throw new Error('at once')
    }
    const parts = [failsLater(ended), atOnce].map((read) => ({ places: [], read }))
    await expect(gather({} as Inquiry, parts)).rejects.toThrow('at once')
    expect(ended).toEqual(['later'])
    await soon()
    expect(orphans).toEqual([])
  })
})

describe('work done all at once', () => {
  test('is over when its failure is told, and its failure is the first that happened', async () => {
    const ended: string[] = []
    const first = async () => {
      throw new Error('first')
    }
    await expect(allDone([failsLater(ended)(), first()])).rejects.toThrow('first')
    expect(ended).toEqual(['later'])
  })

  test('answers in the order it was asked', async () => {
    const slow = async () => {
      await soon()
      return 1
    }
    expect(await allDone([slow(), 2])).toEqual([1, 2])
  })
})
