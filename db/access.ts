import type { Group } from './defineResource.ts'
import { type Role, roles } from './roles.ts'

/** `counts`: figures alone, never their rows. Each level holds the ones before it. */
export type Level = 'counts' | 'read' | 'write'

/** Who reads of minors, of fragility and of shelter, in the records of an eviction. Domain, §5.2. */
export const flagReaders: readonly Role[] = ['protection', 'management', 'auditor']

/** Who works for the agency, and reads its working notes. */
export const agencyStaff = (Object.keys(roles) as Role[]).filter((role) => role !== 'comuneOfficer')

const readers = (...of: Role[]) => Object.fromEntries(of.map((role) => [role, 'read' as const]))

/** What a role may do with the registers of a group, within its scopes. Domain, §6.1; who is not named may do nothing. */
export const access: Readonly<Record<Group, Readonly<Partial<Record<Role, Level>>>>> = {
  territory: { ...readers(...(Object.keys(roles) as Role[])), administrator: 'write' },
  estate: {
    ...readers('management', 'uogDirector', 'protection', 'comuneOfficer', 'tableSecretary', 'auditor'),
    uogOperator: 'write',
    uogTechnician: 'write',
    funding: 'counts',
  },
  status: {
    ...readers('management', 'protection', 'comuneOfficer', 'tableSecretary', 'auditor'),
    uogDirector: 'write',
    uogOperator: 'write',
    uogTechnician: 'write',
    funding: 'counts',
  },
  works: {
    ...readers('uogOperator', 'protection', 'funding', 'comuneOfficer', 'tableSecretary', 'auditor'),
    management: 'write',
    uogDirector: 'write',
    uogTechnician: 'write',
  },
  funding: {
    ...readers('management', 'uogDirector', 'uogTechnician', 'comuneOfficer', 'tableSecretary', 'auditor'),
    funding: 'write',
  },
  occupations: {
    ...readers('management', 'uogDirector', 'auditor'),
    protection: 'write',
    tableSecretary: 'counts',
  },
  allocation: {
    ...readers('management', 'protection', 'comuneOfficer', 'tableSecretary', 'auditor'),
    uogDirector: 'write',
    uogOperator: 'write',
    uogTechnician: 'write',
    funding: 'counts',
  },
  coordination: {
    ...readers('management', 'uogOperator', 'protection', 'funding', 'comuneOfficer', 'auditor'),
    uogDirector: 'write',
    tableSecretary: 'write',
  },
  agreements: {
    ...readers('uogDirector', 'uogOperator', 'uogTechnician', 'funding', 'comuneOfficer', 'tableSecretary', 'auditor'),
    management: 'write',
  },
  helpDesks: {
    ...readers(...(Object.keys(roles) as Role[]).filter((role) => role !== 'administrator')),
    management: 'write',
    tableSecretary: 'write',
    funding: 'write',
  },
  reports: {
    ...readers('management', 'uogDirector', 'uogTechnician', 'protection', 'comuneOfficer', 'tableSecretary', 'auditor'),
    uogOperator: 'write',
  },
  documents: {
    ...readers(...(Object.keys(roles) as Role[]).filter((role) => role !== 'administrator')),
  },
}

/** The groups of registers, with the level at which a role reads each, as rows of SQL. */
export const levels = Object.entries(access)
  .flatMap(([group, of]) => Object.entries(of).map(([role, level]) => `('${group}', '${role}', '${level}')`))
  .join(', ')
