import type { FormInstance } from 'antd'

import { inWords } from '../data/http.ts'
import type { Refusal } from '../data/http.ts'

/** Puts the server's sentences on their fields and goes to the first; what belongs to no field is given back to be shown above. */
export function showProblems<T extends object>(form: FormInstance<T>, refused: Refusal): string | null {
  const { errors = {} } = refused
  const present = new Set(Object.keys(form.getFieldsValue()))
  const shown = Object.entries(errors).filter(([field]) => present.has(field))
  const elsewhere = Object.entries(errors).filter(([field]) => !present.has(field))
  form.setFields(shown.map(([name, sentences]) => ({ name, errors: sentences })) as Parameters<typeof form.setFields>[0])
  const [first] = shown
  if (first) {
    form.scrollToField(first[0], { block: 'center' })
    document.getElementById(first[0])?.focus()
  }
  if (shown.length > 0 && elsewhere.length === 0) return 'Alcuni campi vanno corretti'
  return elsewhere.length > 0 ? elsewhere.flatMap(([, sentences]) => sentences).join(' ') : inWords(refused)
}
