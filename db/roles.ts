/** What a user is; what each may see and do is decided by policies elsewhere. Domain, §6.3. */
export const roles = {
  administrator: 'Amministratore',
  management: 'Direzione',
  uogDirector: 'Direttore UOG',
  uogOperator: 'Operatore UOG',
  uogTechnician: 'Tecnico UOG',
  protection: 'Tutela del patrimonio',
  funding: 'Finanziamenti',
  comuneOfficer: 'Referente del comune',
  tableSecretary: 'Segreteria del tavolo',
  auditor: 'Auditor',
} as const

export type Role = keyof typeof roles
