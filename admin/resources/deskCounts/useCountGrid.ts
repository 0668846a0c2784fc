import { useCustomMutation, useInvalidate, useWarnAboutChange } from '@refinedev/core'
import { useEffect, useState } from 'react'

import { dropDraft, keepDraft, readDraft } from '../../data/drafts.ts'
import { inWords } from '../../data/http.ts'
import type { Refusal } from '../../data/http.ts'
import type { Row } from '../useRegisterList.ts'
import { changedCells, messagesOf, placeOf, readCell, refusedCells, savedCells, textOf } from './gridCells.ts'

const draft = 'desk-counts-grid'

/** Edits of the sheet that is shown, and of others that were left unsaved. */
function partition(edits: Record<string, string>, keys: ReadonlySet<string>) {
  const entries = Object.entries(edits)
  return [
    Object.fromEntries(entries.filter(([key]) => keys.has(key))),
    Object.fromEntries(entries.filter(([key]) => !keys.has(key))),
  ] as const
}

/** What is typed over the saved counts, kept until the server has it; every cell that is wrong says why. */
export function useCountGrid(rows: readonly Row[], keys: ReadonlySet<string>) {
  const saved = savedCells(rows)
  const [edits, setEdits] = useState<Record<string, string>>(
    () => (readDraft(draft, undefined)?.values as Record<string, string> | undefined) ?? {},
  )
  const [refused, setRefused] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, mutation } = useCustomMutation<Row, Refusal>()
  const invalidate = useInvalidate()
  const { setWarnWhen } = useWarnAboutChange()

  const [here, elsewhere] = partition(edits, keys)
  const changed = changedCells(here, saved)
  const unread = messagesOf(here, changed)
  const pending = changed.length > 0 || Object.keys(elsewhere).length > 0
  useEffect(() => {
    setWarnWhen?.(pending)
    if (pending) keepDraft(draft, undefined, { values: edits, version: null })
    else dropDraft(draft, undefined)
  }, [pending, edits, setWarnWhen])
  useEffect(() => () => setWarnWhen?.(false), [setWarnWhen])

  const type = (changes: Record<string, string>) => {
    setEdits((before) => ({ ...before, ...changes }))
    setRefused((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in changes))))
  }
  const forget = () => {
    setEdits(elsewhere)
    setRefused({})
    setProblem(null)
  }
  const save = () => {
    if (Object.keys(unread).length > 0) return setProblem('Alcune celle vanno corrette: nulla è stato salvato.')
    const cells = changed.map((key) => ({
      ...placeOf(key),
      accesses: readCell(edits[key] ?? '').value,
      version: saved.get(key)?.version ?? null,
    }))
    mutate(
      {
        url: '/api/desk-counts/grid',
        method: 'post',
        values: { cells },
        successNotification: {
          type: 'success',
          message: cells.length === 1 ? 'Un conteggio salvato' : `${cells.length} conteggi salvati`,
        },
        errorNotification: false,
      },
      {
        onSuccess: () => {
          void invalidate({ invalidates: ['all'] }).then(forget)
        },
        onError: (error) => {
          setProblem(inWords(error))
          setRefused(refusedCells(error.errors ?? {}, changed))
          if (error.statusCode === 409) void invalidate({ invalidates: ['list'], resource: 'desk-counts' })
        },
      },
    )
  }

  return {
    changed,
    elsewhere: Object.keys(elsewhere).length,
    problem,
    saving: mutation.isPending,
    wrong: new Set([...Object.keys(unread), ...Object.keys(refused)]).size,
    textAt: (key: string) => edits[key] ?? textOf(saved.get(key)),
    errorAt: (key: string) => refused[key] ?? unread[key],
    isChanged: (key: string) => changed.includes(key),
    type,
    forget,
    save,
  }
}
