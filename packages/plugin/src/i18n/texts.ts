/** The same keys with other words: what a translation has to bring. */
export type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }
