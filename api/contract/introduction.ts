import { type Comparison, comparisons, parameterOf } from '../../db/dialect.ts'

const conditions = Object.entries(comparisons).map(
  ([suffix, { means }]) => `- \`${parameterOf('campo', suffix as Comparison)}\` ${means}`,
)

/** What a reader must know before any operation. */
export const introduction = `
L’interfaccia del pannello, per chi vuole leggere o scrivere gli stessi dati da un altro programma.

**Sessione.** \`POST /api/auth/sign-in/email\` con \`{ email, password }\` risponde con il cookie della sessione,
che ogni altra richiesta porta con sé. Da un browser le scritture si accettano solo dalle pagine del pannello.

**Liste.** \`GET /api/<risorsa>\` risponde con un array e l’intestazione \`X-Total-Count\`. Ogni campo è un filtro:

${conditions.join('\n')}

\`q\` cerca parole, \`_sort\` e \`_order\` ordinano, \`_start\` e \`_end\` scelgono la pagina.
Un campo, un operatore o un valore sconosciuto è un 400 che lo nomina: non viene mai ignorato.

**Due orologi.** Ogni lettura accetta \`asOf\` (situazione a un giorno) e \`knownAt\` (come risultava a un istante).
Con uno dei due non si scrive. La risposta dice i suoi in \`X-As-Of\` e \`X-Known-At\`: chiesta di nuovo con quelli, è la stessa.

**Versioni.** Un record porta la sua versione in \`ETag\`; modifica ed eliminazione la vogliono in \`If-Match\`:
se manca è un 428, se è vecchia un 409 con il record com’è ora. \`X-Reason\`, codificato come in un indirizzo, dice perché
si scrive: resta nella storia, e un’eliminazione non si fa senza. Dove un valore cambia nella realtà (servizio, proprietario, comune),
\`X-Changed-On\` dice da quale giorno: prima resta quello che c’era. Senza, era sbagliato, e si corregge anche per il passato.

**Valori.** Date \`AAAA-MM-GG\`, istanti ISO in UTC, importi testo con il punto decimale, rapporti da 0 a 1.

**Rifiuti.** Sempre \`{ message, statusCode, errors? }\`, in italiano; un 503 dice in \`Retry-After\` quando riprovare.`
