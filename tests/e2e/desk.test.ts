import { describe } from 'vitest'
import { openEveryPage } from './everyPage.ts'

describe('Every page on a desk, in the light, speaks Italian, fits, and can be read by anybody', () => {
  openEveryPage({ width: 1440, colorScheme: 'light' })
})
