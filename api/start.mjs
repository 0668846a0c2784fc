// Kept to syntax and modules that old versions of Node read, so that they get to the sentence below.
import process from 'process'

const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Serve Node 20.19 o più recente: questo è il ${process.versions.node}.\n`)
  process.exit(1)
}

import('tsx/esm/api')
  .then(async ({ register }) => {
    register()
    return import('./main.ts')
  })
  .catch((error) => {
    const missing = error.code === 'ERR_MODULE_NOT_FOUND' && /'tsx'/.test(error.message)
    process.stderr.write(missing ? 'Mancano le dipendenze: eseguire prima npm ci.\n' : `${error.stack}\n`)
    process.exit(1)
  })
