/** The parts of a scorecard beside its measures, each edited in the middle column. */
export const sections = ['purpose', 'weights', 'exceptions', 'bands', 'patterns', 'overrides'] as const;

export type Section = (typeof sections)[number];

/** What the middle column shows: how one measure earns points, or one of the other parts. */
export type Place = { readonly measureId: string | null } | { readonly section: Section };
