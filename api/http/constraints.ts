interface Sentence {
  field?: string
  message: string
  /** Speaks of the record that another refers to, and so cannot change or go. */
  ofTheReferred?: true
}

/** The sentences of the constraints that the database keeps, by constraint; the fields they speak of, when it is one. */
export const sentences: Record<string, Sentence> = {
  buildings_year_built_plausible: { field: 'yearBuilt', message: 'L’anno di costruzione deve stare tra il 1400 e il 2100.' },
  attachments_size_positive: { field: 'size', message: 'Il file è vuoto: sceglierne un altro.' },
  unit_states_beside_unit: { field: 'unitId', message: 'L’unità indicata non esiste.' },
  vacancies_beside_unit: { field: 'unitId', message: 'L’unità indicata non esiste.' },
  occupations_beside_unit: { field: 'unitId', message: 'L’unità indicata non esiste.' },
  vacancy_stages_beside_vacancy: { field: 'vacancyId', message: 'L’episodio di sfitto indicato non esiste.' },
  units_area_positive: { field: 'area', message: 'La superficie deve essere maggiore di zero.' },
  units_rooms_positive: { field: 'rooms', message: 'I vani devono essere almeno uno.' },
  units_theoretical_rent_not_negative: { field: 'theoreticalRent', message: 'Il canone teorico non può essere negativo.' },
  unit_states_reason_only_when_vacant: {
    field: 'vacancyReason',
    message: 'Il motivo di sfitto va indicato quando l’unità è sfitta, e solo allora.',
  },
  unit_states_other_needs_note: { field: 'note', message: 'Con il motivo «Altro» la nota è obbligatoria.' },
  vacancies_outcome_when_ended: { field: 'outcome', message: 'L’esito va indicato quando l’episodio è finito, e solo allora.' },
  vacancies_ends_after_it_starts: { field: 'endedOn', message: 'La fine deve essere successiva all’inizio.' },
  vacancies_no_overlap: {
    field: 'startedOn',
    message: 'Il periodo si sovrappone a un altro episodio di sfitto dell’unità: correggere le date.',
  },
  maintenance_programmes_year_plausible: { field: 'year', message: 'L’anno deve stare tra il 1990 e il 2100.' },
  complex_programmes_initial_amount_not_negative: {
    field: 'initialAmount',
    message: 'L’importo iniziale non può essere negativo.',
  },
  complex_programmes_revised_amount_not_negative: {
    field: 'revisedAmount',
    message: 'L’importo rivisto non può essere negativo.',
  },
  complex_programmes_revision_has_day: { field: 'revisedOn', message: 'Un importo rivisto ha il giorno dell’atto, e viceversa.' },
  complex_programmes_revised_after_agreed: { field: 'revisedOn', message: 'La revisione non può precedere l’accordo.' },
  works_priority_one_to_four: { field: 'priority', message: 'La priorità va da 1 a 4.' },
  works_dwellings_not_negative: { field: 'dwellings', message: 'Gli alloggi non possono essere meno di zero.' },
  works_initial_amount_not_negative: { field: 'initialAmount', message: 'L’importo iniziale non può essere negativo.' },
  works_baseline_in_order: { field: 'baselineEnd', message: 'La fine prevista non può precedere l’inizio previsto.' },
  works_actual_in_order: { field: 'actualEnd', message: 'La fine effettiva non può precedere l’inizio effettivo.' },
  work_events_suspension_needs_cause: { field: 'cause', message: 'Una sospensione deve dire la causa.' },
  work_events_extension_needs_end: { field: 'newEnd', message: 'Una proroga deve dire la nuova fine.' },
  progress_certificates_number_positive: { field: 'number', message: 'Il numero del SAL deve essere almeno 1.' },
  progress_certificates_amount_not_negative: { field: 'amount', message: 'L’importo del SAL non può essere negativo.' },
  progress_certificates_progress_is_ratio: {
    field: 'physicalProgress',
    message: 'L’avanzamento fisico deve stare tra 0 e 100 %.',
  },
  progress_certificates_restored_not_negative: {
    field: 'restoredDwellings',
    message: 'Gli alloggi recuperati non possono essere meno di zero.',
  },
  awards_cig_shape: { field: 'cig', message: 'Il CIG ha dieci caratteri, lettere maiuscole e cifre.' },
  awards_amount_not_negative: { field: 'amount', message: 'L’importo non può essere negativo.' },
  awards_contract_after_award: { field: 'contractedOn', message: 'La stipula non può precedere l’aggiudicazione.' },
  awards_duration_positive: { field: 'durationDays', message: 'La durata deve essere di almeno un giorno.' },
  programmes_endowment_not_negative: { field: 'endowment', message: 'La dotazione non può essere negativa.' },
  programme_targets_amount_not_negative: { field: 'amount', message: 'L’importo non può essere negativo.' },
  projects_code_trimmed: { field: 'code', message: 'Il codice non può essere vuoto né avere spazi ai lati.' },
  projects_pon_metro_code_normalised: { field: 'code', message: 'Un codice PON Metro si scrive come MI3.1.1.a.' },
  projects_planned_in_order: { field: 'plannedEnd', message: 'La fine prevista non può precedere l’inizio.' },
  projects_actual_in_order: { field: 'actualEnd', message: 'La fine effettiva non può precedere l’inizio.' },
  project_cups_cup_shape: { field: 'cup', message: 'Il CUP ha quindici caratteri, per esempio B59I17000240006.' },
  project_cups_one_main: { field: 'main', message: 'Il progetto ha già un CUP principale.' },
  project_links_two_projects: { field: 'toId', message: 'Un progetto non si collega a se stesso.' },
  project_sources_amount_not_negative: { field: 'amount', message: 'L’importo non può essere negativo.' },
  movements_amount_not_zero: { field: 'amount', message: 'L’importo di un movimento non può essere zero.' },
  movements_not_its_own_reversal: { field: 'reversesId', message: 'Un movimento non può stornare se stesso.' },
  movements_reverses_id_unique: { field: 'reversesId', message: 'Il movimento è già stato stornato.' },
  movements_reverses_same_project_and_kind: {
    field: 'reversesId',
    message: 'Si storna un movimento dello stesso progetto e dello stesso tipo.',
  },
  occupations_outcome_when_closed: {
    field: 'outcome',
    message: 'L’esito va indicato quando l’occupazione è chiusa, e solo allora.',
  },
  occupations_closed_after_detected: { field: 'closedOn', message: 'La chiusura non può precedere la rilevazione.' },
  occupations_consolidated_in_between: {
    field: 'consolidatedOn',
    message: 'Il consolidamento sta tra la rilevazione e la chiusura.',
  },
  occupations_attempt_never_consolidates: { field: 'consolidatedOn', message: 'Un tentativo non si consolida.' },
  occupations_foiled_means_attempted: { field: 'outcome', message: 'Può essere sventato solo un tentativo.' },
  evictions_planned_has_day: { field: 'plannedOn', message: 'Uno sgombero programmato deve avere il giorno fissato.' },
  evictions_in_flagrante_is_done: {
    field: 'executedOn',
    message: 'Uno sgombero in flagranza ha il giorno in cui è stato eseguito, e nessun giorno fissato.',
  },
  evictions_decided_before_planned: { field: 'decidedOn', message: 'La decisione non può seguire il giorno fissato.' },
  evictions_outcome_when_done: {
    field: 'outcome',
    message: 'Uno sgombero eseguito è riuscito o non riuscito; uno non eseguito è rinviato, annullato o senza esito.',
  },
  agreements_months_positive: {
    field: 'months',
    message: 'La durata deve essere di almeno un mese: un accordo finisce dopo essere iniziato.',
  },
  agreements_months_need_start: { field: 'startsOn', message: 'Con una durata serve la decorrenza.' },
  agreements_notice_within_term: { field: 'noticeMonths', message: 'Il preavviso non può superare la durata dell’accordo.' },
  agreements_ends_after_it_starts_early: { field: 'closedOn', message: 'Un accordo non può finire prima di iniziare.' },
  agreements_stated_end_after_start: { field: 'statedEnd', message: 'L’ultimo giorno non può precedere la decorrenza.' },
  agreements_rent_not_negative: { field: 'yearlyRent', message: 'Il canone annuo non può essere negativo.' },
  agreements_rent_has_payer_and_payee: {
    field: 'payerId',
    message: 'Con un canone servono chi paga e chi riceve, diversi tra loro.',
  },
  agreements_instalment_months_whole: {
    field: 'instalmentMonths',
    message: 'Una rata copre uno, due, tre, quattro, sei o dodici mesi.',
  },
  agreements_signed_has_date: { field: 'signedOn', message: 'Un accordo firmato ha la data della firma o almeno la decorrenza.' },
  agreements_signature_means_signed: { field: 'step', message: 'Con una data di firma il passo raggiunto è «Firmato».' },
  agreements_two_agreements: { field: 'supersedesId', message: 'Un accordo non sostituisce se stesso.' },
  agreement_perimeters_dwellings_not_negative: { field: 'dwellings', message: 'Gli alloggi non possono essere meno di zero.' },
  commitments_done_or_dropped: { field: 'droppedOn', message: 'Un impegno mantenuto non è lasciato cadere.' },
  coordination_tables_end_after_start: { field: 'endedOn', message: 'La conclusione non può precedere l’avvio.' },
  meetings_not_convened_for_the_past: {
    field: 'day',
    message:
      'Un incontro non si convoca per un giorno già passato: la data deve essere quella della convocazione o una successiva.',
  },
  meetings_minutes_approved: {
    message:
      'Il verbale è stato approvato: l’incontro, il suo ordine del giorno, le decisioni, le presenze e gli allegati non cambiano più. Per una rettifica aggiungere una nota al verbale.',
  },
  minute_notes_text_not_empty: { field: 'text', message: 'La nota è vuota: scriverne il testo.' },
  minute_notes_after_approval: {
    field: 'meetingId',
    message: 'Le note si aggiungono a un verbale approvato: finché non lo è, si corregge il verbale.',
  },
  minute_notes_stay: {
    message: 'Una nota al verbale resta come è stata scritta: per correggerla aggiungerne un’altra.',
  },
  meetings_start_time_shape: { field: 'startTime', message: 'L’ora si scrive con ore e minuti, per esempio 10:00.' },
  meetings_duration_plausible: { field: 'duration', message: 'La durata va da 15 a 600 minuti.' },
  meetings_figures_not_after_day: { field: 'figuresOn', message: 'I dati non possono essere di un giorno dopo l’incontro.' },
  meetings_coordination_table_id_day_start_time_unique: {
    field: 'startTime',
    message: 'Il tavolo ha già un incontro in quel giorno e a quell’ora.',
  },
  meeting_stages_held_on_its_day: {
    field: 'day',
    message: 'Un incontro già svolto non si sposta né si elimina.',
    ofTheReferred: true,
  },
  meeting_stages_frozen_when_held: { field: 'frozenAsOf', message: 'Un incontro svolto conserva i momenti dei suoi dati.' },
  agenda_items_position_positive: { field: 'position', message: 'L’ordine deve essere almeno 1.' },
  agenda_items_one_subject: {
    field: 'workId',
    message: 'Un punto riguarda una cosa sola: un intervento, un progetto, un edificio o un accordo.',
  },
  decisions_dwellings_not_negative: { field: 'sapDwellings', message: 'Gli alloggi non possono essere meno di zero.' },
  decisions_split_only_for_dwellings: {
    field: 'sapDwellings',
    message: 'La ripartizione tra SAP, SAS e SAT vale solo per la destinazione di alloggi.',
  },
  decisions_split_within_work: {
    field: 'sapDwellings',
    message: 'SAP, SAS e SAT insieme superano gli alloggi dell’intervento: correggere la ripartizione.',
  },
  decisions_destination_has_split: {
    field: 'sapDwellings',
    message: 'Una destinazione decisa dice quanti alloggi vanno a SAP, SAS e SAT, anche zero.',
  },
  actions_given_at_their_meeting: { field: 'givenOn', message: 'Un’azione è affidata nel giorno del suo incontro.' },
  actions_due_after_given: { field: 'dueOn', message: 'La scadenza non può precedere l’incontro che affida l’azione.' },
  priorities_score_one_to_hundred: { field: 'score', message: 'Il punteggio va da 1 a 100.' },
  priorities_programmed_after_raised: {
    field: 'programmedOn',
    message: 'La programmazione non può precedere la segnalazione della priorità.',
  },
  priorities_work_when_programmed: {
    field: 'workId',
    message:
      'Una priorità programmata ha il suo intervento e il giorno in cui è entrata nel programma; una segnalata nessuno dei due.',
  },
  findings_estimated_cost_not_negative: { field: 'estimatedCost', message: 'La stima non può essere negativa.' },
  evictions_shelter_for_the_fragile: {
    field: 'shelter',
    message: 'L’accoglienza riguarda i nuclei con minori o fragilità: indicarne la presenza o scegliere «Non dovuta».',
  },
  evictions_shelter_due_with_minors: {
    field: 'shelter',
    message:
      'Con minori presenti l’accoglienza è dovuta: dire se è stata proposta, accettata, rifiutata o se non era disponibile.',
  },
  evictions_shelter_proposed_by_social_services: {
    field: 'socialServices',
    message: 'L’accoglienza la propongono i servizi sociali: indicarne la presenza.',
  },
  annual_plans_year_plausible: { field: 'year', message: 'L’anno deve stare tra il 2017 e il 2100.' },
  annual_plans_approval_means_approved: { field: 'state', message: 'Con una data di approvazione il piano è approvato.' },
  annual_plans_indigent_share_is_ratio: { field: 'indigentShare', message: 'La quota deve stare tra 0 e 100 %.' },
  annual_plans_police_share_within_law: {
    field: 'policeShare',
    message: 'La quota per le Forze dell’ordine e i Vigili del fuoco arriva al 10 %.',
  },
  annual_plan_units_units_not_negative: { field: 'units', message: 'Le unità previste non possono essere meno di zero.' },
  notices_closes_after_opening: { field: 'closesOn', message: 'La chiusura deve seguire l’apertura.' },
  notices_closing_needs_opening: { field: 'opensOn', message: 'Con una chiusura serve l’apertura.' },
  notices_provisional_after_closing: {
    field: 'provisionalOn',
    message: 'La graduatoria provvisoria non può precedere la chiusura.',
  },
  notices_final_after_provisional: {
    field: 'finalOn',
    message: 'La graduatoria definitiva non può precedere la provvisoria né la chiusura.',
  },
  notices_exhausted_last: {
    field: 'exhaustedOn',
    message: 'Un avviso non si esaurisce prima della graduatoria né della chiusura.',
  },
  notices_applications_not_negative: { field: 'applications', message: 'Le domande non possono essere meno di zero.' },
  notices_declared_units_positive: { field: 'declaredUnits', message: 'Gli alloggi dichiarati devono essere almeno uno.' },
  notices_declared_as_is_within_units: {
    field: 'declaredAsIs',
    message: 'Gli alloggi nello stato di fatto non possono superare quelli dichiarati.',
  },
  notices_indigent_share_is_ratio: { field: 'indigentShare', message: 'La quota deve stare tra 0 e 100 %.' },
  notices_police_share_within_law: {
    field: 'policeShare',
    message: 'La quota per le Forze dell’ordine e i Vigili del fuoco arriva al 10 %.',
  },
  allocations_notice_when_by_notice: {
    field: 'noticeId',
    message: 'L’avviso va indicato per il canale «Avviso», e solo allora.',
  },
  allocations_answered_after_proposed: { field: 'answeredOn', message: 'La risposta non può precedere la proposta.' },
  allocations_outcome_when_answered: { field: 'outcome', message: 'L’esito va indicato quando c’è la risposta, e solo allora.' },
  allocations_contract_when_accepted: {
    field: 'contractFrom',
    message: 'Il contratto segue una proposta accettata: una proposta rifiutata non ne ha.',
  },
  watch_areas_level_one_to_four: { field: 'level', message: 'La criticità va da 1 a 4.' },
  camera_systems_one_per_building: { field: 'buildingId', message: 'L’edificio ha già la sua scheda di videosorveglianza.' },
  camera_systems_planned_positive: { field: 'plannedCameras', message: 'Le telecamere previste devono essere almeno una.' },
  camera_systems_activated_after_planned: { field: 'activatedOn', message: 'L’attivazione non può precedere la previsione.' },
  camera_systems_cameras_when_active: {
    field: 'activeCameras',
    message: 'Le telecamere attive vanno indicate, almeno una, quando l’impianto è attivo, e solo allora.',
  },
  camera_systems_connected_when_active: {
    field: 'connectedOn',
    message: 'Si collega un impianto attivo: il collegamento non può precedere l’attivazione.',
  },
  shelter_places_places_positive: { field: 'places', message: 'I posti devono essere almeno uno.' },
  shelter_places_places_when_open: { field: 'places', message: 'Di una struttura aperta si dicono i posti.' },
  shelter_places_closed_after_opened: { field: 'closedOn', message: 'La chiusura deve seguire l’apertura.' },
  help_desks_one_per_name: { field: 'name', message: 'Esiste già uno sportello con questo nome.' },
  help_desk_areas_once: { field: 'comuneId', message: 'Lo sportello serve già questo territorio.' },
  help_desk_areas_municipio_of_comune: { field: 'municipioId', message: 'Il municipio non è del comune indicato.' },
  desk_services_one_per_name: { field: 'name', message: 'Il servizio è già nel catalogo di questa azione.' },
  desk_services_one_per_position: { field: 'position', message: 'Il posto è già occupato nel catalogo di questa azione.' },
  desk_services_position_positive: { field: 'position', message: 'L’ordine parte da 1.' },
  desk_offerings_once: { field: 'deskServiceId', message: 'Lo sportello offre già questo servizio.' },
  desk_counts_of_an_offered_service: {
    field: 'deskServiceId',
    message: 'Lo sportello non offre questo servizio: aggiungerlo prima a quelli offerti.',
  },
  desk_counts_one_per_month: {
    field: 'month',
    message: 'Il mese è già registrato per questo sportello e questo servizio: correggere il conteggio che c’è.',
  },
  desk_counts_after_opening: { field: 'month', message: 'In quel mese lo sportello non era ancora aperto.' },
  desk_counts_month_is_its_first_day: { field: 'month', message: 'Il mese si indica con il suo primo giorno.' },
  desk_counts_accesses_plausible: { field: 'accesses', message: 'Gli accessi di un mese vanno da 0 a 100.000.' },
  accompaniment_phases_planned_in_order: {
    field: 'plannedEnd',
    message: 'La fine prevista non può precedere l’inizio previsto.',
  },
  accompaniment_phases_ended_after_started: { field: 'endedOn', message: 'La fine non può precedere l’inizio.' },
  accompaniment_tasks_one_per_number: { field: 'number', message: 'Il progetto ha già un compito con questo numero.' },
  accompaniment_tasks_number_positive: { field: 'number', message: 'Il numero parte da 1.' },
  allocation_targets_one_per_group: { field: 'targetGroup', message: 'I destinatari sono già nel piano del progetto.' },
  allocation_targets_planned_positive: { field: 'plannedDwellings', message: 'Gli alloggi previsti devono essere almeno uno.' },
  allocation_targets_allocated_within_planned: {
    field: 'allocatedDwellings',
    message: 'Gli alloggi assegnati vanno da zero a quelli previsti.',
  },
  service_spaces_area_positive: { field: 'area', message: 'La superficie deve essere maggiore di zero.' },
  accompaniment_activities_participants_when_held: {
    field: 'participants',
    message: 'I partecipanti si contano quando l’attività si è svolta.',
  },
  accompaniment_activities_participants_not_negative: {
    field: 'participants',
    message: 'I partecipanti non possono essere meno di zero.',
  },
  report_channels_one_per_name: { field: 'name', message: 'Esiste già un canale con questo nome.' },
  reports_building_in_comune: { field: 'buildingId', message: 'L’edificio non è nel comune indicato.' },
  reports_unit_in_building: { field: 'unitId', message: 'L’unità non è nell’edificio indicato.' },
  reports_unit_with_its_building: { field: 'buildingId', message: 'Con l’unità va indicato anche il suo edificio.' },
  reports_taken_after_opened: { field: 'takenAt', message: 'La presa in carico non può precedere l’apertura.' },
  reports_closed_after_taken: { field: 'closedAt', message: 'La chiusura non può precedere l’apertura né la presa in carico.' },
  reports_outcome_when_closed: {
    field: 'outcome',
    message: 'L’esito va indicato quando la segnalazione è chiusa, e solo allora.',
  },
}

interface Violation {
  code: string
  constraint?: string
  detail?: string
  column?: string
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What a violated constraint says to a person. */
export function sentenceOf({ code, constraint = '', detail = '', column }: Violation): Sentence {
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
