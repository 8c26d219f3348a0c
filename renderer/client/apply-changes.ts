import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';

export type DesignDocument = ChannelOutput<'design.get'>;
export type DesignChange = ChannelInput<'design.commit'>['changes'][number];

/** The design after the changes, as the engine will answer it: a body replaces or adds, null removes. */
export function applyChanges(design: DesignDocument, changes: readonly DesignChange[]): DesignDocument {
  return changes.reduce(applyChange, design);
}

function applyChange(design: DesignDocument, change: DesignChange): DesignDocument {
  switch (change.kind) {
    case 'measure':
      return { ...design, measures: replaced(design.measures, change.id, change.body) };
    case 'scorecard':
      return { ...design, scorecards: replaced(design.scorecards, change.id, change.body) };
    case 'segment':
      return { ...design, segments: replaced(design.segments, change.id, change.body) };
    case 'backtestSettings':
      return { ...design, backtestSettings: change.body };
  }
}

function replaced<T extends { readonly id: string }>(items: T[], id: string, body: T | null): T[] {
  if (body === null) return items.filter((item) => item.id !== id);
  if (!items.some((item) => item.id === id)) return [...items, body];
  return items.map((item) => (item.id === id ? body : item));
}
