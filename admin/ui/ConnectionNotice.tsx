import { DisconnectOutlined, HourglassOutlined, SyncOutlined } from '@ant-design/icons'
import { useEffect, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'

import { onSilence, onTrouble, presentTrouble } from '../data/connection.ts'
import type { Trouble } from '../data/connection.ts'
import { watchServer } from '../data/watchServer.ts'
import { ReloadButton } from './MissingPart.tsx'

const notices: Record<Trouble, { icon: ReactNode; sentence: string }> = {
  lost: {
    icon: <DisconnectOutlined aria-hidden />,
    sentence: 'Connessione assente: quanto scritto è conservato; riprovare quando torna la rete.',
  },
  newer: {
    icon: <SyncOutlined aria-hidden />,
    sentence: 'È uscita una nuova versione: ricaricare la pagina. Quanto scritto è conservato.',
  },
  busy: { icon: <HourglassOutlined aria-hidden />, sentence: 'Il server è occupato: fra poco la pagina riprova da sé.' },
  slow: { icon: <HourglassOutlined aria-hidden />, sentence: 'Il server tarda a rispondere. Quanto scritto è conservato.' },
}

/** Says at the foot of every page what stands between it and the server, for as long as it does. */
export function ConnectionNotice() {
  const trouble = useSyncExternalStore(onTrouble, presentTrouble)
  useEffect(() => {
    const watch = () => void watchServer()
    const stop = onSilence(watch)
    window.addEventListener('offline', watch)
    return () => {
      stop()
      window.removeEventListener('offline', watch)
    }
  }, [])
  return (
    <div className="connection" role="status" data-trouble={trouble}>
      {trouble && (
        <>
          <span>
            {notices[trouble].icon} {notices[trouble].sentence}
          </span>
          {trouble === 'newer' && <ReloadButton />}
        </>
      )}
    </div>
  )
}
