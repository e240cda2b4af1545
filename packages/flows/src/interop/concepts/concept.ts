import type { ForeignElement } from '../foreign-element.ts'

/** One thing that vendors write in their own way: looks at every element, takes what it knows, and adds what it is here. */
export type Concept = (at: ForeignElement) => void
