import { notification } from 'antd'
import { useEffect } from 'react'

import type { Notice } from '../data/notificationProvider.ts'
import { onNotice } from '../data/notificationProvider.ts'

/** Shows what was done and what could not be, in a corner; drawn only when there is first something to say. */
export function Notices() {
  const [api, holder] = notification.useNotification({ placement: 'bottomRight' })
  useEffect(
    () =>
      onNotice(({ key, type, message, description }: Notice) =>
        api.open({ key, type, message: description ?? message, description: description ? message : undefined, role: 'status' }),
      ),
    [api],
  )
  return holder
}
