import type { FileStore } from './fileStore.ts'

export interface Bucket {
  name: string
  /** Address of an S3-compatible service; absent for Amazon's own. */
  endpoint?: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Objects of an S3-compatible bucket. The client is read only where a bucket is configured. */
export async function bucketStore({ name, endpoint, region, accessKeyId, secretAccessKey }: Bucket): Promise<FileStore> {
  const { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint && { endpoint, forcePathStyle: true }),
  })
  const at = (id: string) => ({ Bucket: name, Key: `attachments/${id}` })
  return {
    async put(id, content) {
      await client.send(new PutObjectCommand({ ...at(id), Body: content }))
    },
    async get(id) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(id)))
        return Body ? new Uint8Array(await Body.transformToByteArray()) : null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    async discard(id) {
      await client.send(new DeleteObjectCommand(at(id)))
    },
  }
}
