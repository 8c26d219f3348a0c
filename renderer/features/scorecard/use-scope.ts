import { useMemo, useState } from 'react';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { inVariant, viewOf } from './edit-rules.ts';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { DraftActions, DraftEdit } from './use-scorecard-draft.ts';

type Scope = Pick<
  ScorecardParts,
  'card' | 'actions' | 'whole' | 'wholeActions' | 'lift' | 'scope' | 'setScope'
>;

/** Whose groups the columns show and edit: everyone's until a variant is chosen, and again when it is gone. */
export function useScope(whole: Scorecard, wholeActions: DraftActions): Scope {
  const [chosen, setScope] = useState<string | null>(null);
  const scope = whole.variants?.some(({ id }) => id === chosen) ? chosen : null;
  const actions = useMemo(() => scopedActions(wholeActions, scope), [wholeActions, scope]);
  return useMemo(
    () => ({
      card: viewOf(whole, scope),
      actions,
      whole,
      wholeActions,
      lift: (edit) => inVariant(scope, edit),
      scope,
      setScope,
    }),
    [whole, wholeActions, actions, scope],
  );
}

function scopedActions(actions: DraftActions, scope: string | null): DraftActions {
  if (scope === null) return actions;
  const scoped = (edit: DraftEdit): DraftEdit => ({
    ...edit,
    target: `${scope} ${edit.target}`,
    edit: inVariant(scope, edit.edit),
  });
  return {
    ...actions,
    preview: (edit) => actions.preview(scoped(edit)),
    commit: (edit) => actions.commit(scoped(edit)),
    commitSoon: (edit) => actions.commitSoon(scoped(edit)),
  };
}
