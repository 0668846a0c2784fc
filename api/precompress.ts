import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const words = /\.(js|css|svg|html)$/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Writes every file of words in a folder once more as brotli and as gzip, so that serving it compresses nothing. */
export async function precompress(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  await Promise.all(files.filter((file) => words.test(file)).map(async (file) => compressBeside(join(folder, file))))
}

async function compressBeside(file: string): Promise<void> {
  const plain = await readFile(file)
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  await Promise.all([
    brotli(plain, { params }).then(async (packed) => writeFile(`${file}.br`, packed)),
    zip(plain, { level: constants.Z_BEST_COMPRESSION }).then(async (packed) => writeFile(`${file}.gz`, packed)),
  ])
}
