import { useState } from 'react'
import type { FormInstance } from 'antd'

import { dropDraft, keepDraft, readDraft } from '../data/drafts.ts'
import type { Typed } from './typed.ts'

type Values = Record<string, Typed>

/** What is typed in a dialog or a line of a page, kept in this tab until it is recorded or given up. */
export function useKept(form: FormInstance<Values>, place: string, id: string, initial: Readonly<Values> = {}) {
  const [kept, setKept] = useState(() => (readDraft(place, id)?.values ?? null) as Values | null)
  const drop = () => {
    dropDraft(place, id)
    setKept(null)
  }
  return {
    /** Something typed before, and never recorded, is in the form again. */
    resumed: kept !== null,
    initialValues: { ...initial, ...kept },
    onValuesChange: (_changed: Partial<Values>, values: Values) => {
      const typed = typedChanges(values, initial)
      if (Object.keys(typed).length === 0) dropDraft(place, id)
      else keepDraft(place, id, { values: typed, version: null })
    },
    drop,
    /** The form as it was first opened. */
    discard: () => {
      drop()
      form.setFieldsValue({
        ...Object.fromEntries(Object.keys(form.getFieldsValue()).map((key) => [key, undefined])),
        ...initial,
      })
    },
  }
}

/** Only what differs from what the form was opened with. */
export const typedChanges = <T>(typed: Readonly<Record<string, T>>, initial: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(typed).filter(([key, value]) => (value ?? '') !== (initial[key] ?? '')))
