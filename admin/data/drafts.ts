/** What was typed and not saved yet, kept in this tab: it survives a reload, an expired session, a closed page. */
export interface Draft {
  /** Only of the fields that were changed: what somebody else changes in the others must not be undone by this. */
  values: Record<string, unknown>
  /** The version it was written over. */
  version: number | null
  /** Why the record is changed, in the words of who changes it. */
  reason?: string
}

let author = ''

/** Whose drafts they are: whoever signs in next in the same tab does not find them. */
export function keepDraftsOf(userId: string): void {
  author = userId
}

const keyOf = (register: string, id: string | undefined) => `ballatoio.bozza.${author}.${register}.${id ?? 'nuovo'}`

export function readDraft(register: string, id: string | undefined): Draft | null {
  const kept = sessionStorage.getItem(keyOf(register, id))
  return kept ? (JSON.parse(kept) as Draft) : null
}

export function keepDraft(register: string, id: string | undefined, draft: Draft): void {
  sessionStorage.setItem(keyOf(register, id), JSON.stringify(draft))
}

export function dropDraft(register: string, id: string | undefined): void {
  sessionStorage.removeItem(keyOf(register, id))
}
