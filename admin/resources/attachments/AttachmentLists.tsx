import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Empty } from 'antd'

import { formatDecimal, formatInstant } from '../../../db/format.ts'
import { type Attachment, useFileAddress } from './useAttachments.ts'

interface AttachmentListsProps {
  files: readonly Attachment[]
  /** What to say where there is none. */
  empty: string
  /** Absent where nothing can be taken away. */
  onRemove?: ((file: Attachment) => void) | undefined
}

/** Documents, one per line. */
export function DocumentList({ files, empty, onRemove }: AttachmentListsProps) {
  const addressOf = useFileAddress()
  const documents = files.filter(({ image }) => !image)
  if (documents.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
  return (
    <ul className="attachments">
      {documents.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden />
          <div>
            <a href={addressOf(file.id)} download={file.name}>
              {file.name}
            </a>
            <Facts file={file} />
          </div>
          <Remove file={file} onRemove={onRemove} />
        </li>
      ))}
    </ul>
  )
}

/** Photographs, side by side. */
export function PhotoGrid({ files, empty, onRemove }: AttachmentListsProps) {
  const addressOf = useFileAddress()
  const photos = files.filter(({ image }) => image)
  if (photos.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
  return (
    <ul className="photos">
      {photos.map((file) => (
        <li key={file.id}>
          <a href={addressOf(file.id)} download={file.name}>
            <img src={addressOf(file.id)} alt={file.description ?? file.name} loading="lazy" />
          </a>
          <Facts file={file} />
          <Remove file={file} onRemove={onRemove} />
        </li>
      ))}
    </ul>
  )
}

function Facts({ file }: { file: Attachment }) {
  return (
    <p className="quiet">
      {file.description && <span>{file.description} · </span>}
      {sizeWords(file.size)} · {formatInstant(String(file['recordedAt']))}
    </p>
  )
}

function Remove({ file, onRemove }: { file: Attachment; onRemove: AttachmentListsProps['onRemove'] }) {
  if (!onRemove) return null
  return (
    <Button
      type="text"
      size="small"
      icon={<DeleteOutlined aria-hidden />}
      aria-label={`Elimina ${file.name}`}
      title="Elimina"
      onClick={() => onRemove(file)}
    />
  )
}

const sizeWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${formatDecimal(Math.round(bytes / 100_000) / 10)} MB`
