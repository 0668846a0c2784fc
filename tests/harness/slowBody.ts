import { connect, type Socket } from 'node:net'

type SlowBody = [name: string, path: string, type: string, beginning: string]

export const slowBodies: SlowBody[] = [
  ['plain JSON', '/uogs', 'application/json', '{"id": "LENTO", '],
  [
    'a file',
    '/uogs/UOG1/attachments',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
  ],
]

/** A request whose body arrives a byte at a time, for as long as the socket is open. */
export async function sendSlowly(address: string, cookie: string, [, path, type, beginning]: SlowBody): Promise<Socket> {
  const { port } = new URL(address)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => {})
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  socket.write(
    `POST /api${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${address}\r\nCookie: ${cookie}\r\n` +
      `Content-Type: ${type}\r\nContent-Length: 100000\r\n\r\n${beginning}`,
  )
  const drip = setInterval(() => socket.write(' '), 50)
  socket.once('close', () => clearInterval(drip))
  return socket
}
