import { describe } from 'vitest'
import { openEveryPage } from './everyPage.ts'

describe('Every page on a phone, in the dark, speaks Italian, fits, and can be read by anybody', () => {
  openEveryPage({ width: 390, colorScheme: 'dark' })
})
