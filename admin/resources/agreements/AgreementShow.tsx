import { Button } from 'antd'
import { lazy, useState } from 'react'

import { useRegister } from '../../data/catalogue.ts'
import { useClocks } from '../../data/globalFilters.ts'
import { Part } from '../../ui/Part.tsx'
import { FieldList } from '../FieldList.tsx'
import { ResourceShow } from '../ResourceShow.tsx'
import type { ShowProps } from '../ResourceShow.tsx'
import type { Recorded } from '../useRecord.ts'
import { readOnlyReason } from '../WriteLink.tsx'
import { AgreementTable } from './AgreementTable.tsx'

const DuplicateDialog = lazy(async () => ({ default: (await import('./DuplicateDialog.tsx')).DuplicateDialog }))

const shownAbove = ['agreement-parties', 'commitments', 'agreement-instalments', 'agreement-works', 'agreement-perimeters']

const terms = [
  'kind',
  'state',
  'comuneId',
  'startsOn',
  'endsOn',
  'daysToEnd',
  'noticeBy',
  'yearlyRent',
  'totalRent',
  'payerId',
  'payeeId',
  'useHours',
  'supersedesId',
  'perimeterDwellings',
  'subject',
]

/** An agreement: who is bound to what, what is paid and when, which works it brings, and a way to use it as a model. */
export function AgreementShow(props: ShowProps) {
  return (
    <ResourceShow {...props} except={terms} exceptLists={shownAbove}>
      {(agreement) => <AgreementParts agreement={agreement} />}
    </ResourceShow>
  )
}

function AgreementParts({ agreement }: { agreement: Recorded }) {
  const register = useRegister('agreements')
  const { past } = useClocks()
  const [copying, setCopying] = useState(false)
  const closed = past ? { disabled: true, title: readOnlyReason } : {}
  const { id } = agreement
  const fields = terms.flatMap((key) => (register.fields[key] ? [[key, register.fields[key]] as const] : []))
  return (
    <>
      <section className="record-panel" aria-labelledby="termini">
        <header className="record-panel-head">
          <h2 id="termini">Termini</h2>
          <Button onClick={() => setCopying(true)} {...closed}>
            Usa come modello
          </Button>
        </header>
        <FieldList fields={fields.filter(([key]) => agreement[key] !== null)} record={agreement} />
      </section>
      <AgreementTable
        id={id}
        name="agreement-parties"
        title="Parti"
        columns={['bodyId', 'signatory']}
        empty="Nessuna parte registrata."
      />
      <AgreementTable
        id={id}
        name="commitments"
        title="Impegni"
        columns={['text', 'bodyId', 'dueOn', 'state', 'lateDays']}
        empty="Nessun impegno registrato."
      />
      {agreement['yearlyRent'] !== null && (
        <AgreementTable
          id={id}
          name="agreement-instalments"
          title="Rate del canone"
          columns={['number', 'dueOn', 'amount', 'runningTotal', 'fallenDue']}
          empty="Le rate si vedono quando l’accordo è firmato e ha decorrenza e durata."
        />
      )}
      <AgreementTable
        id={id}
        name="agreement-works"
        title="Interventi collegati"
        columns={['workId', 'workCode', 'initialAmount']}
        hideEmpty
      />
      <AgreementTable
        id={id}
        name="agreement-perimeters"
        title="Perimetro"
        columns={['owner', 'dwellings', 'caveat']}
        hideEmpty
      />
      <Part>{copying && <DuplicateDialog agreement={agreement} onClose={() => setCopying(false)} />}</Part>
    </>
  )
}
