import { z } from 'zod'
import { UnitRef } from '../../http/schema.ts'

export const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: UnitRef,
    roles: z.array(z.string()),
    isAdministrator: z.boolean().openapi({ description: 'May edit and publish forms, flows and matters.' }),
    isSecurityAdministrator: z.boolean().openapi({ description: 'May see who is signed in, and end sessions.' }),
    isAuditor: z.boolean().openapi({ description: 'May read the audit.' }),
    counts: z.object({
      todo: z.number().int(),
      mine: z.number().int().openapi({ description: 'My cases that are running.' }),
      drafts: z.number().int(),
      unread: z.number().int().openapi({ description: 'Notifications not read yet, at most 100.' }),
      copies: z.number().int().openapi({ description: 'Cases sent to me that I have not looked at yet.' }),
    }),
    statistics: z.boolean().openapi({ description: 'There are matters of which one may see statistics.' }),
    registers: z.array(z.object({ key: z.string(), title: z.string() })),
  })
  .openapi('Me', { description: 'The signed-in person and what the menu shows.' })
