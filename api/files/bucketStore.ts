import { checkByUse, type FileStore } from './fileStore.ts'

export interface Bucket {
  name: string
  /** Address of an S3-compatible service; absent for Amazon's own. */
  endpoint?: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Milliseconds to reach the service, and of its silence once reached; each request is tried twice. */
const patience = { connect: 3_000, silence: 5_000 }
const attempts = 2

/** Objects of an S3-compatible bucket. The client is read only where a bucket is configured. */
export async function bucketStore(
  { name, endpoint, region, accessKeyId, secretAccessKey }: Bucket,
  { connect, silence } = patience,
): Promise<FileStore> {
  const { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, NoSuchKey, PutObjectCommand, S3Client } =
    await import('@aws-sdk/client-s3')
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: connect,
      socketTimeout: silence,
      // It would write to the console, past the log.
      socketAcquisitionWarningTimeout: 2 ** 31 - 1,
    },
    ...(endpoint && { endpoint, forcePathStyle: true }),
  })
  const at = (id: string) => ({ Bucket: name, Key: `attachments/${id}` })
  const until = (signal: AbortSignal | undefined) => (signal ? { abortSignal: signal } : {})
  const store = {
    async put(id: string, content: Uint8Array, signal?: AbortSignal) {
      await client.send(new PutObjectCommand({ ...at(id), Body: content }), until(signal))
    },
    async get(id: string, signal?: AbortSignal) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(id)), until(signal))
        return Body ? new Uint8Array(await Body.transformToByteArray()) : null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    async discard(id: string, signal?: AbortSignal) {
      await client.send(new DeleteObjectCommand(at(id)), until(signal))
    },
  }
  return {
    ...store,
    async check(signal) {
      await client.send(new HeadBucketCommand({ Bucket: name }), until(signal))
      await checkByUse(store, signal)
    },
  }
}
