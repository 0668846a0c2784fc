import { raise } from './connection.ts'
import { askServer } from './version.ts'

const betweenLooks = 5_000

let watching = false
let newer = false

/** Looks for the server until it answers again, and at which version it answers with. */
export async function watchServer(): Promise<void> {
  if (watching) return
  watching = true
  let server = await askServer()
  if (server === 'silent') {
    const regained = raise('lost')
    while (server === 'silent') {
      await untilNextLook()
      server = await askServer()
    }
    regained()
  }
  if (server === 'newer' && !newer) {
    newer = true
    raise('newer')
  }
  watching = false
}

function untilNextLook(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      clearTimeout(timer)
      window.removeEventListener('online', look)
      resolve()
    }
    const timer = setTimeout(look, betweenLooks)
    window.addEventListener('online', look)
  })
}
