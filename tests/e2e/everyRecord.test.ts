import { describe } from 'vitest'
import { looksRight } from './looksRight.ts'

describe('Every page of records, on a desk in the light and on a phone in the dark', () => {
  looksRight([
    { title: 'Griglia dei conteggi', path: '/desk-counts/grid' },
    { title: 'Sede condivisa di via Puricelli Guerra 24', path: '/agreements', of: 'title_like=Puricelli&kind=sharedOffice' },
    { title: 'Tavolo di Legnano, 17/10/2017', path: '/meetings', of: 'day=2017-10-17' },
    { title: 'Tavolo', path: '/meetings', of: 'upcoming=true&agendaItems_gt=0' },
    { title: 'Modalità tavolo', path: '/meetings', of: 'upcoming=true&agendaItems_gt=0', further: '/tavolo' },
    { title: 'Sopralluogo', path: '/inspections', of: 'findings_gt=0' },
    { title: 'Unità immobiliari', path: '/units?use=dwelling&state=vacant&_size=20' },
    { title: 'Unità immobiliari', path: '/units?q=nessuna-unità-si-chiama-così' },
    { title: 'Mazzafame', path: '/neighbourhoods', of: 'name=Mazzafame' },
    { title: '', path: '/units', of: 'state=vacant&vacancyReason=underRenovation' },
    { title: 'Agenzia Sociale per la Locazione Metropolitana', path: '/projects', of: 'code=MI3.1.1.b1' },
    { title: 'Programma di finanziamento: nuovo inserimento', path: '/programmes/create' },
    { title: 'Non trovato', path: '/non-esiste' },
  ])
})
