import { lazy, useEffect, useState } from 'react'

import { onFirstNotice } from '../data/notificationProvider.ts'
import { Part } from './Part.tsx'

const loadNotices = async () => ({ default: (await import('./Notices.tsx')).Notices })
const Notices = lazy(loadNotices)

/** Once the page has come to rest. */
const idleAfter = 5_000

/** Where notices are shown. What draws them is fetched before it is needed: it may be needed to say that there is no network. */
export function NoticePlace() {
  const [noticed, setNoticed] = useState(false)
  useEffect(() => onFirstNotice(() => setNoticed(true)), [])
  useEffect(() => {
    const timer = setTimeout(() => void loadNotices().catch(() => undefined), idleAfter)
    return () => clearTimeout(timer)
  }, [])
  return <Part>{noticed && <Notices />}</Part>
}
