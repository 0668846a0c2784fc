const names: Readonly<Record<string, string>> = {
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
}

export const roleName = (role: string): string => names[role] ?? role
