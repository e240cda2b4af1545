import { z } from 'zod'
import { AccessMap, Form, Instant, Values } from '../../http/schema.ts'
import { ForecastStep } from '../cases/case-schema.ts'

export const MatterSummary = z
  .object({
    key: z.string(),
    title: z.string(),
    description: z.string(),
    category: z.string(),
    version: z.number().int(),
    draftUpdatedAt: Instant.nullable(),
  })
  .openapi('MatterSummary')

export const LimitUsage = z
  .object({
    register: z.string(),
    label: z.string().openapi({ description: '本局名额' }),
    group: z.record(z.string(), z.unknown()),
    used: z.number().int(),
    max: z.number().int(),
  })
  .openapi('LimitUsage', { description: 'How much of a limit (名额) is used.' })

export const Draft = z
  .object({ version: z.number().int(), updatedAt: Instant, values: Values })
  .openapi('Draft', { description: 'What one person has filled in so far; one a matter.' })

export const Matter = MatterSummary.extend({
  form: Form,
  access: AccessMap,
  values: Values.openapi({ description: 'What is filled in already: from the directory, defaults.' }),
  draft: Draft.nullable(),
  limits: z.array(LimitUsage),
  owners: z
    .record(z.string(), z.string())
    .openapi({ description: 'Opinion field -> who fills it, for its empty box.' }),
  deadline: z.string().nullable(),
}).openapi('Matter', { description: 'All that the apply page needs.' })

export const MatterList = z.object({ items: z.array(MatterSummary) })

export const SaveDraft = z
  .object({
    values: Values,
    version: z
      .number()
      .int()
      .min(0)
      .openapi({ description: 'Version read; 0 for the first save. Another one is 409.' }),
  })
  .strict()
  .openapi('SaveDraft')

export const StartCase = z
  .object({ values: Values, documentIds: z.array(z.string()).max(50).optional() })
  .strict()
  .openapi('StartCase')

export const PreviewForecast = z.object({ values: Values }).strict().openapi('PreviewForecast')

export const ForecastList = z.object({ items: z.array(ForecastStep) }).openapi('Forecast')
