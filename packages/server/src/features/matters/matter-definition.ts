import { z } from 'zod'

const Key = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** Years, months, weeks and days, none of them zero: `P1Y`, `P1Y6M`, `P30D`. */
const DAYS = /^P(?=[1-9])(?:[1-9]\d?Y)?(?:[1-9]\d{0,2}M)?(?:[1-9]\d{0,2}W)?(?:[1-9]\d{0,3}D)?$/

/** `matters/*.matter.json`: what one can apply for. FEEL is written `{{ … }}` over the form's values. */
export const MatterDefinition = z
  .object({
    key: Key,
    title: z.string().min(1),
    description: z.string().default(''),
    category: z.string().default('其他'),
    form: Key,
    flow: Key,
    /** Who may apply: any of these roles, or units' kinds; empty: everyone in the directory. */
    initiators: z
      .object({ roles: z.array(z.string()).default([]), unitKinds: z.array(z.string()).default([]) })
      .default({ roles: [], unitKinds: [] }),
    /** Who may see every case of the matter: roles. The others see their own and those they act in. */
    readers: z.object({ roles: z.array(z.string()).default([]) }).default({ roles: [] }),
    /** `HCK-{year}-{seq:4}`: the year of the start, and a sequence a year without gaps. */
    numbering: z.string().min(1),
    /** What tells cases apart in a list, e.g. `{{ "申领“山东惠才卡”：" + 姓名 + "，" + 工作单位 }}`. */
    caseTitle: z.string().min(1),
    /** The second line of a list. */
    digest: z.string().default(''),
    /** Field key -> FEEL over `initiator` (`name, unit.name, unit.creditCode, unit.division, …`), filled in at the start. */
    prefill: z.record(z.string(), z.string()).default({}),
    /** Limits of registers shown while applying and deciding. `group` gives the limit's columns as FEEL. */
    limits: z
      .array(z.object({ register: Key, label: z.string(), group: z.record(z.string(), z.string()) }).strict())
      .default([]),
    /** Opinion field -> who fills it, in words or FEEL, for the empty box on the apply page. */
    owners: z.record(z.string(), z.string()).default({}),
    /** Nobody may apply any more; cases under way are finished. */
    retired: z.boolean().default(false),
    /** What becomes of a closed case: ISO 8601 durations from its end. Without it, it stays where it is. */
    retention: z
      .object({
        /** It is archived: it can be found and read, and nothing can be done with it. At least a day. */
        archiveAfter: z.string().regex(DAYS),
        /** So long it is kept; then an administrator may remove it. Without it, it is kept for ever. */
        keepFor: z.string().regex(DAYS).optional(),
      })
      .strict()
      .optional(),
    deadline: z.string().nullable().default(null),
    /** Common phrases offered for an opinion. */
    phrases: z.array(z.string()).default(['同意。', '情况属实，同意申报。', '请补正后重报。']),
  })
  .strict()

export type MatterDefinition = z.infer<typeof MatterDefinition>
