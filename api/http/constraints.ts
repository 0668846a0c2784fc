/** The sentences of the constraints that the database keeps, by constraint; the fields they speak of, when it is one. */
export const sentences: Record<string, { field?: string; message: string }> = {
  buildings_year_built_plausible: { field: 'yearBuilt', message: 'L’anno di costruzione deve stare tra il 1400 e il 2100.' },
  buildings_cameras_not_negative: { field: 'cameras', message: 'Le telecamere non possono essere meno di zero.' },
  units_area_positive: { field: 'area', message: 'La superficie deve essere maggiore di zero.' },
  units_rooms_positive: { field: 'rooms', message: 'I vani devono essere almeno uno.' },
  units_theoretical_rent_not_negative: { field: 'theoreticalRent', message: 'Il canone teorico non può essere negativo.' },
  unit_states_reason_only_when_vacant: {
    field: 'vacancyReason',
    message: 'Il motivo di sfitto va indicato quando l’unità è sfitta, e solo allora.',
  },
  unit_states_other_needs_note: { field: 'note', message: 'Con il motivo «Altro» la nota è obbligatoria.' },
  vacancies_outcome_when_ended: { field: 'outcome', message: 'L’esito va indicato quando l’episodio è finito, e solo allora.' },
}

interface Violation {
  code: string
  constraint?: string
  detail?: string
  column?: string
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What a violated constraint says to a person. */
export function sentenceOf({ code, constraint = '', detail = '', column }: Violation): { field?: string; message: string } {
  const known = sentences[constraint]
  if (known) return known
  if (constraint.endsWith('_no_overlap')) {
    return { field: 'validFrom', message: 'Il periodo si sovrappone a un altro dello stesso soggetto: correggere le date.' }
  }
  if (constraint.endsWith('_ends_after_it_starts')) {
    return { field: 'validTo', message: 'La fine deve essere successiva all’inizio.' }
  }
  const fields = /^Key \(([^)]+)\)=/.exec(detail)?.[1]?.split(', ').map(camel) ?? []
  const one = fields.at(-1)
  if (code === '23505') return { ...(one && { field: one }), message: 'Esiste già un record con questo valore.' }
  if (code === '23503') return { ...(one && { field: one }), message: 'Il record indicato non esiste.' }
  if (code === '23502' && column) return { field: camel(column), message: 'Il campo è obbligatorio.' }
  return { message: 'I dati non rispettano una regola dell’archivio: controllare i valori e riprovare.' }
}
