interface Waiting<Q, A> {
  questions: Q[]
  answers: Promise<A[]>
}

/** Joins the questions that are asked at the same moment of the same rows, so that one reading answers them. */
export class Batch<Q, A> {
  readonly #waiting = new Map<string, Waiting<Q, A>>()

  async ask(rows: string, question: Q, read: (questions: readonly Q[]) => Promise<A[]>): Promise<A> {
    const waiting = this.#waiting.get(rows) ?? this.#open(rows, read)
    const place = waiting.questions.push(question) - 1
    return (await waiting.answers)[place] as A
  }

  #open(rows: string, read: (questions: readonly Q[]) => Promise<A[]>): Waiting<Q, A> {
    const questions: Q[] = []
    const answers = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      this.#waiting.delete(rows)
      return read(questions)
    })
    const waiting = { questions, answers }
    this.#waiting.set(rows, waiting)
    return waiting
  }
}
