import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { Refusal } from '../http/errors.ts'

/** Bytes of the largest file taken. */
export const largestFile = 20 * 1024 * 1024

/** More than a 50-megapixel camera; beyond it a small file may ask for gigabytes when it is opened. */
const mostPixels = 60_000_000

const images = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const

const isImage = (type: string): type is keyof typeof images => Object.hasOwn(images, type)

const documents = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
])

export interface Upload {
  name: string
  mediaType: string
  content: Uint8Array
}

const refuse = (message: string, status: 413 | 422 = 422) => new Refusal(status, message, { file: [message] })

export const tooLarge = () => refuse(`Il file supera ${largestFile / 1024 / 1024} MB: ridurlo o dividerlo.`, 413)

/**
 * What a file really is, whatever it is called: a document of the office formats or a PDF as it came, an image drawn anew
 * so that neither its place nor anything hidden in it is kept.
 */
export async function readUpload(file: File): Promise<Upload> {
  if (file.size === 0) throw refuse('Il file è vuoto: sceglierne un altro.')
  if (file.size > largestFile) throw tooLarge()
  const content = new Uint8Array(await file.arrayBuffer())
  const found = await fileTypeFromBuffer(content)
  if (found && documents.has(found.mime)) return { name: named(file.name, found.ext), mediaType: found.mime, content }
  if (!found || !isImage(found.mime)) {
    throw refuse(
      'Il contenuto non è di un tipo ammesso: servono PDF, immagini JPEG, PNG o WebP, documenti Office (docx, xlsx, pptx) o OpenDocument (odt, ods, odp).',
    )
  }
  return { name: named(file.name, found.ext), mediaType: found.mime, content: await drawnAnew(content, images[found.mime]) }
}

async function drawnAnew(content: Uint8Array, format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  try {
    return new Uint8Array(
      await sharp(content, { limitInputPixels: mostPixels, failOn: 'error' }).rotate().toFormat(format).toBuffer(),
    )
  } catch {
    throw refuse('L’immagine è danneggiata o troppo grande per essere aperta: salvarla di nuovo e riprovare.')
  }
}

const longestName = 150

/** The name as it came, without folders and control characters, ending as its content does. */
function named(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // eslint-disable-next-line no-control-regex -- control characters are what is taken away
  const clean = last.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"<>:|?*]/g, '').trim()
  const stem = clean.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, longestName) || 'allegato'
  return `${stem}.${extension}`
}
