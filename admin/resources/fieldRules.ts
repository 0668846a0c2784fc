import type { Rule } from 'antd/es/form'

import type { Field } from '../../db/defineResource.ts'
import { toWire } from './typed.ts'
import type { Typed } from './typed.ts'

/** What a form can say by itself of what is typed; everything else is the server's to say. */
export function fieldRules(field: Field, required: boolean): Rule[] {
  return [
    ...(required ? [{ required: true, message: `«${field.label}» è obbligatorio` }] : []),
    {
      validateTrigger: 'onBlur',
      validator: (_rule: unknown, typed: Typed) => {
        const { message } = toWire(field, typed)
        return message ? Promise.reject(new Error(message)) : Promise.resolve()
      },
    },
  ]
}
