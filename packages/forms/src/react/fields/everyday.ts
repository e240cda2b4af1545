import { type Fetched, fetched } from './fetched.tsx'
import type { ControlProps } from './field-description.ts'

type Everyday = typeof import('./everyday-controls.ts')

/** A control that nearly every form to be filled has: they come together. */
export function everyday(name: keyof Everyday): Fetched<ControlProps> {
  return fetched(async () => (await import('./everyday-controls.ts'))[name])
}
