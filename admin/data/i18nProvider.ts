import type { I18nProvider } from '@refinedev/core'

/** Refine's own sentences, in Italian; what is not here is Italian already where it is used. */
const sentences: Readonly<Record<string, string>> = {
  warnWhenUnsavedChanges: 'Ci sono modifiche non salvate. Uscire dal modulo?',
  'notifications.success': 'Fatto',
  'notifications.error': 'Non riuscito (codice {{statusCode}})',
  'notifications.undoable': '{{seconds}} secondi per annullare',
  'notifications.createSuccess': '{{resource}}: creazione riuscita',
  'notifications.createError': '{{resource}}: creazione non riuscita (codice {{statusCode}})',
  'notifications.editSuccess': '{{resource}}: modifica riuscita',
  'notifications.editError': '{{resource}}: modifica non riuscita (codice {{statusCode}})',
  'notifications.deleteSuccess': '{{resource}}: eliminazione riuscita',
  'notifications.deleteError': '{{resource}}: eliminazione non riuscita (codice {{statusCode}})',
  'buttons.create': 'Nuovo',
  'buttons.save': 'Salva',
  'buttons.edit': 'Modifica',
  'buttons.delete': 'Elimina',
  'buttons.cancel': 'Annulla',
  'buttons.confirm': 'Confermare?',
  'buttons.refresh': 'Aggiorna',
  'buttons.show': 'Apri',
  'buttons.undo': 'Annulla',
  'buttons.filter': 'Filtra',
  'buttons.clear': 'Azzera',
  loading: 'Caricamento',
  'table.actions': 'Azioni',
  'tags.clone': 'Copia',
  'pages.error.404': 'La pagina cercata non esiste',
  'pages.error.backHome': 'Torna al quadro direzionale',
  'pages.login.title': 'Accesso',
  'pages.login.signin': 'Accedi',
  'documentTitle.default': 'Ballatoio',
}

export const i18nProvider: I18nProvider = {
  translate: (key: string, options?: unknown, fallback?: string) => {
    const otherwise = typeof options === 'string' ? options : fallback
    return fill(sentences[key] ?? otherwise ?? key, typeof options === 'object' ? options : null)
  },
  changeLocale: () => Promise.resolve(),
  getLocale: () => 'it',
}

function fill(sentence: string, values: object | null): string {
  const given: Record<string, unknown> = { ...values }
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(given[name] ?? ''))
}
