/** A reason not to start, as one sentence for whoever started the program: it is printed without a stack. */
export class StartupError extends Error {
  override name = 'StartupError'
}
