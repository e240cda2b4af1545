import { z } from 'zod'
import { ElementRef, Instant } from '../../http/schema.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应是 2026-03 这样的月份。')

export const StatisticsQuery = z.object({
  from: Month.optional().openapi({ description: 'First month, by default eleven before `to`.' }),
  to: Month.optional().openapi({ description: 'Last month, by default the present one, in China.' }),
  matter: z.string().max(128).optional(),
})

const totals = {
  started: z.number().int(),
  ended: z.number().int().openapi({ description: 'Cases that came to their end as drawn.' }),
  rejected: z
    .number()
    .int()
    .openapi({ description: 'Cases that were ended otherwise: refused, withdrawn, terminated.' }),
}

const Seconds = z.number().nullable().openapi({ description: 'Seconds; null where nothing was counted.' })

export const Statistics = z
  .object({
    from: Month,
    to: Month,
    countedAt: Instant.nullable().openapi({ description: 'What happened until about then is in it.' }),
    totals: z.object({
      ...totals,
      returned: z.number().int(),
      overdue: z.number().int().openapi({ description: 'Tasks that wait past their due date at present.' }),
      median: Seconds,
      p90: Seconds,
    }),
    months: z.array(z.object({ month: Month, ...totals })),
    matters: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        ...totals,
        returned: z.number().int(),
        overdue: z.number().int(),
        median: Seconds,
        p90: Seconds,
      }),
    ),
    units: z.array(z.object({ name: z.string(), ...totals })).openapi({ description: 'By the unit that applied.' }),
    steps: z
      .array(
        z.object({
          matter: z.object({ key: z.string(), title: z.string() }),
          element: ElementRef,
          decided: z.number().int(),
          late: z.number().int(),
          returned: z.number().int(),
          median: Seconds,
          p90: Seconds,
        }),
      )
      .openapi({ description: 'How long a step takes from receipt to decision; the slowest first.' }),
  })
  .openapi('Statistics')
