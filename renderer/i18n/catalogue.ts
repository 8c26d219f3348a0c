/** The shape of a catalogue: the same keys, any text. English is checked against Japanese with it. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
