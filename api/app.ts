import { OpenAPIHono } from '@hono/zod-openapi'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Database } from '../db/connect.ts'
import { resources } from '../db/resources.ts'
import { demoAccounts, demoPassword } from './auth/accounts.ts'
import { addressHeader, createAuth, publicOrigin } from './auth/auth.ts'
import { permitted } from './auth/permitted.ts'
import { sessionRoutes } from './auth/sessionRoutes.ts'
import { signedIn } from './auth/signedIn.ts'
import { signingIn } from './auth/signIns.ts'
import { calendarRoutes, feedRoutes } from './calendar/calendarRoutes.ts'
import { contractRoutes } from './contract/contractRoutes.ts'
import { dashboardRoutes, type Told } from './dashboards/dashboardRoutes.ts'
import { KeptAnswers } from './dashboards/keptAnswers.ts'
import { pages } from './dashboards/pages/index.ts'
import type { AppEnv } from './http/context.ts'
import { bodyLimit } from './http/bodyLimit.ts'
import { notFound, onError, onlyErrors, Refusal } from './http/errors.ts'
import { attachmentRoutes, fileRoutes } from './files/attachmentRoutes.ts'
import type { FileStore } from './files/fileStore.ts'
import { shelteredStore } from './files/shelteredStore.ts'
import { largestFile, tooLarge } from './files/readUpload.ts'
import { healthRoutes } from './http/healthRoutes.ts'
import { openMeters } from './http/meters.ts'
import { databaseProbe, filesProbe } from './http/probes.ts'
import { packed } from './http/packed.ts'
import { requestLines } from './http/requestLines.ts'
import { staticFiles } from './http/staticFiles.ts'
import { transaction } from './http/transaction.ts'
import { metricRoutes } from './metrics/metricRoutes.ts'
import { allocationRoutes } from './passages/allocationRoutes.ts'
import { duplicateRoutes } from './passages/duplicateRoutes.ts'
import { crudRoutes } from './resources/crudRoutes.ts'
import { deskCountRoutes } from './passages/deskCountRoutes.ts'
import { movementRoutes } from './passages/movementRoutes.ts'
import { transitionRoutes } from './passages/transitionRoutes.ts'

interface Settings {
  database: Database
  secret: string
  production: boolean
  /** Whether the demo accounts are there to be shown at the login. */
  demo: boolean
  /** Where the contents of attachments are kept. */
  files: FileStore
  /** Where its users find it, for the links that leave it; without it, where they asked. */
  publicUrl?: string | undefined
  /** Folder of the built admin; absent where only the API is wanted. */
  staticDir?: string
  log: Logger
  /** Whether every request leaves a line in the log. */
  logRequests?: boolean
  /** Opens `GET /metrics`; without it there is none. */
  metricsToken?: string | undefined
}

const largestBody = 1024 * 1024

/** The whole program behind one address: the API under `/api`, the admin everywhere else. */
export function createApp({
  database: { pool, figures },
  secret,
  production,
  demo,
  files: store,
  publicUrl,
  staticDir,
  log,
  logRequests = false,
  metricsToken,
}: Settings) {
  const auth = createAuth(pool, { secret, production, publicUrl, log })
  const files = shelteredStore(store)
  const pools = () => ({ records: countsOf(pool), figures: countsOf(figures) })
  const kept = new KeptAnswers<Told>()
  const meters = metricsToken === undefined ? null : openMeters({ token: metricsToken, pools, held: () => kept.held })
  const app = new OpenAPIHono<AppEnv>()

  app.onError(onError(log))
  app.notFound(() => {
    throw notFound()
  })
  app.use(requestId())
  if (logRequests) app.use(requestLines(log))
  if (meters) app.use(meters.count)
  app.use(onlyErrors, secureHeaders(headers))
  app.use(packed)
  app.route('/api/health', healthRoutes([databaseProbe(pool, log), filesProbe(files, log)]))
  if (meters) app.get('/metrics', meters.answer)

  const isOurs = (origin: string, { req }: Context) =>
    origin === new URL(req.url).origin || origin === publicOrigin(req.raw, publicUrl)
  app.use('/api/*', bodyLimits(), csrf({ origin: isOurs }), async (c, next) => {
    c.header('Cache-Control', 'private, no-store')
    await next()
  })
  app.get('/api/public', (c) => c.json({ demo, ...(demo && { accounts: demoAccounts, password: demoPassword }) }))
  app.on(['GET', 'POST'], '/api/auth/*', async (c) => {
    const request = new Request(c.req.raw)
    const address = (publicUrl && toldByProxy(c)) || addressOf(c)
    request.headers.set(addressHeader, address)
    const attempt = async () => auth.handler(request)
    const isSigningIn = c.req.path === '/api/auth/sign-in/email' && c.req.method === 'POST'
    const answer = isSigningIn ? await signingIn(pool, await emailIn(request.clone()), address, attempt) : await attempt()
    if (answer.status >= 500) throw new Refusal(503, 'Ora l’accesso non si può verificare: riprovare tra qualche secondo.')
    return withoutToken(answer)
  })

  app.route('/api/session', sessionRoutes(pool, auth))
  app.route('/api/calendar', feedRoutes(pool, secret, publicUrl))

  const inside = new OpenAPIHono<AppEnv>()
  inside.use(signedIn(auth))
  inside.route('/', fileRoutes(pool, resources, files))
  inside.use(transactionIn({ pool, figures }), permitted(resources))
  inside.route('/', contractRoutes(resources, auth))
  inside.route('/metrics', metricRoutes())
  inside.route('/dashboards', dashboardRoutes(figures, kept, meters?.answered))
  inside.route('/', attachmentRoutes(pool, resources))
  inside.route('/', calendarRoutes(secret, publicUrl))
  inside.route('/', transitionRoutes())
  inside.route('/', movementRoutes())
  inside.route('/', allocationRoutes())
  inside.route('/', duplicateRoutes())
  inside.route('/', deskCountRoutes())
  inside.route('/', crudRoutes(resources, pages))
  inside.all('*', () => {
    throw new Refusal(404, 'La risorsa richiesta non esiste.')
  })
  app.route('/api', inside)

  if (staticDir) app.route('/', staticFiles(staticDir))
  return app
}

const countsOf = ({ totalCount, idleCount, waitingCount }: Pool) => ({
  total: totalCount,
  idle: idleCount,
  waiting: waitingCount,
})

/** Pages, figures and totals read whole tables: they have connections of their own, so that records are not kept waiting. */
function transactionIn({ pool, figures }: Pick<Database, 'pool' | 'figures'>): MiddlewareHandler<AppEnv> {
  const [ofRecords, ofTotals, ofFigures] = [transaction(pool), transaction(figures), transaction(figures, true)]
  return async (c, next) => {
    const isOfFigures = /^\/api\/(metrics|dashboards)\//.test(c.req.path)
    return (isOfFigures ? ofFigures : c.req.path.endsWith('/totals') ? ofTotals : ofRecords)(c, next)
  }
}

/** A form with a file may be as large as the file; anything else is words. */
function bodyLimits(): MiddlewareHandler {
  const words = bodyLimit(largestBody, () => new Refusal(413, 'La richiesta è troppo grande.'))
  const upload = bodyLimit(largestFile + largestBody, tooLarge)
  return async (c, next) => (c.req.path.endsWith('/attachments') ? upload : words)(c, next)
}

const headers: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // Ant Design and ECharts write style attributes and elements of their own.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
  },
  xFrameOptions: 'DENY',
  // Words to Internet Explorer and Flash, which every answer would carry.
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  xDnsPrefetchControl: false,
  referrerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
}

/** Whose account is asked for; of what is no such question, nobody's. */
async function emailIn(request: Request): Promise<string> {
  const body: unknown = await request.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string' ? body.email : ''
}

/** The cookie alone carries the token of a session: what scripts can read does not. */
async function withoutToken(answer: Response): Promise<Response> {
  if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return answer
  const { token: _, session: __, ...told } = ((await answer.json()) ?? {}) as Record<string, unknown>
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  return Response.json(told, { status: answer.status, headers })
}

/** The proxy adds the address that spoke to it after whatever the caller wrote there. */
const toldByProxy = ({ req }: Context) => req.header('x-forwarded-for')?.split(',').at(-1)?.trim()

function addressOf(c: Parameters<typeof getConnInfo>[0]) {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'in-process'
  }
}
