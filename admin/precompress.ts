import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const words = /\.(js|css|svg|html)$/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Writes every file of the panel made of words once more as brotli and as gzip, so that serving it compresses nothing. */
export const precompress: Plugin = {
  name: 'precompress',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((name) => words.test(name))
    await Promise.all(files.map((name) => compressBeside(join(dir, name))))
  },
}

async function compressBeside(file: string): Promise<void> {
  const plain = await readFile(file)
  const hint = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  await Promise.all([
    brotli(plain, { params: hint }).then((packed) => writeFile(`${file}.br`, packed)),
    zip(plain, { level: constants.Z_BEST_COMPRESSION }).then((packed) => writeFile(`${file}.gz`, packed)),
  ])
}
