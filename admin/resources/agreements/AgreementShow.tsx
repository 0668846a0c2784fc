import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'

import { useClocks } from '../../data/globalFilters.ts'
import { ResourceShow } from '../ResourceShow.tsx'
import type { ShowProps } from '../ResourceShow.tsx'
import type { Recorded } from '../useRecord.ts'
import { readOnlyReason } from '../WriteLink.tsx'
import { AgreementTable } from './AgreementTable.tsx'

const DuplicateDialog = lazy(async () => ({ default: (await import('./DuplicateDialog.tsx')).DuplicateDialog }))

const shownAbove = ['agreement-parties', 'commitments', 'agreement-instalments', 'agreement-works', 'agreement-perimeters']

/** An agreement: who is bound to what, what is paid and when, which works it brings, and a way to use it as a model. */
export function AgreementShow(props: ShowProps) {
  return (
    <ResourceShow {...props} exceptLists={shownAbove}>
      {(agreement) => <AgreementParts agreement={agreement} />}
    </ResourceShow>
  )
}

function AgreementParts({ agreement }: { agreement: Recorded }) {
  const { past } = useClocks()
  const [copying, setCopying] = useState(false)
  const closed = past ? { disabled: true, title: readOnlyReason } : {}
  const { id } = agreement
  return (
    <>
      <AgreementTable
        id={id}
        name="agreement-parties"
        title="Parti"
        columns={['bodyId', 'signatory']}
        empty="Nessuna parte registrata."
        action={
          <Button onClick={() => setCopying(true)} {...closed}>
            Usa come modello
          </Button>
        }
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
      <Suspense>{copying && <DuplicateDialog agreement={agreement} onClose={() => setCopying(false)} />}</Suspense>
    </>
  )
}
