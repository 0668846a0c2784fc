import { expect, test } from 'vitest'
import { clients, inTurn, throughput, timingOf } from '../../bench/rounds.ts'

test('half of the answers took no longer than p50, nineteen of twenty no longer than p95', () => {
  expect(timingOf(Array.from({ length: 20 }, (_, i) => 20 - i))).toEqual({ p50: 10, p95: 19 })
  expect(timingOf([7])).toEqual({ p50: 7, p95: 7 })
})

test('CPU is of the requests of one client alone; what comes before them comes while nobody asks', async () => {
  let spent = 0
  let asking = 0
  let readied = 0
  const work = {
    before: async () => {
      expect(asking).toBe(0)
      readied += 1
    },
    ask: async (client: number) => {
      expect(readied).toBe(1)
      asking += 1
      await new Promise((resolve) => setImmediate(resolve))
      spent += client === 0 ? 3 : 500
      asking -= 1
      if (asking === 0) readied = 0
    },
    cpu: () => spent,
  }
  const { one } = await inTurn({ one: work }, 0)
  expect(one.cpu).toBe(3)
  expect(spent).toBeGreaterThan(500 * (clients - 1))
})

test('all clients ask again as soon as they are answered', async () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 20))
  const perSecond = await throughput({ ask: wait }, 0.2)
  expect(perSecond).toBeGreaterThan(clients * 10)
  expect(perSecond).toBeLessThanOrEqual(clients * 51)
})
