import { useMemo } from 'react';
import type { Scale } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { type PlotDomain, snap } from './build-bins.ts';
import {
  addCutoff,
  type BinsScale,
  cleanPoints,
  type LinearScale,
  moveCutoff,
  removeCutoff,
  setBinPoints,
} from './edit-scale.ts';
import { editMeasure, findMeasure, type ScorecardEdit } from './edit-scorecard.ts';
import type { DraftActions, DraftEdit, StepName } from './use-scorecard-draft.ts';

/** How an edit is brought to the draft: shown only, one step now, or one step after a rest. */
export type EditMode = 'preview' | 'commit' | 'commitSoon';

export interface ScaleEdits {
  readonly cutoff: (mode: EditMode, index: number, value: number) => void;
  readonly points: (mode: EditMode, bin: number, points: number) => void;
  readonly end: (mode: EditMode, end: 'worst' | 'best', value: number) => void;
  readonly addCutoff: (value: number) => void;
  readonly removeCutoff: (index: number) => void;
  readonly commit: (name: StepName, scale: Scale) => void;
  readonly cancel: () => void;
}

interface ScaleTarget {
  readonly measureId: string;
  readonly name: string;
  readonly domain: PlotDomain;
}

/** The edits of one measure's scale, each a named change of the scorecard. */
export function useScaleEdits(actions: DraftActions, { measureId, name, domain }: ScaleTarget): ScaleEdits {
  const format = useFormat();
  return useMemo(
    () => buildScaleEdits(actions, { measureId, name, domain }, (value) => format.number(value, 4)),
    [actions, measureId, name, domain, format],
  );
}

function buildScaleEdits(
  actions: DraftActions,
  { measureId, name, domain }: ScaleTarget,
  written: (value: number) => string,
): ScaleEdits {
  const onBins = (edit: (scale: BinsScale) => Scale) =>
    onScale(measureId, (scale) => (scale.type === 'bins' ? edit(scale) : scale));
  const onLinear = (edit: (scale: LinearScale) => Scale) =>
    onScale(measureId, (scale) => (scale.type === 'linear' ? edit(scale) : scale));
  const step = (key: string, stepName: StepName, edit: ScorecardEdit, value = ''): DraftEdit => ({
    target: `scale ${measureId} ${key}`,
    name: stepName,
    parameters: value === '' ? { name } : { name, value },
    edit,
  });
  return {
    cutoff(mode, index, value) {
      const edit = onBins((scale) => moveCutoff(scale, index, value, domain.step));
      actions[mode](step(`cutoff ${index}`, 'moveCutoff', edit, written(value)));
    },
    points(mode, bin, points) {
      const clean = cleanPoints(points);
      const edit = onBins((scale) => setBinPoints(scale, bin, clean));
      actions[mode](step(`points ${bin}`, 'setPoints', edit, written(clean)));
    },
    end(mode, end, value) {
      const edit = onLinear((scale) => ({ ...scale, [end]: value }));
      actions[mode](step(end, end === 'worst' ? 'setWorst' : 'setBest', edit, written(value)));
    },
    addCutoff(value) {
      const place = snap(value, domain);
      actions.commit(
        step(
          'add',
          'addCutoff',
          onBins((bins) => addCutoff(bins, place)),
          written(place),
        ),
      );
    },
    removeCutoff: (index) =>
      actions.commit(
        step(
          'remove',
          'removeCutoff',
          onBins((scale) => removeCutoff(scale, index)),
        ),
      ),
    commit: (stepName, scale) =>
      actions.commit(
        step(
          'kind',
          stepName,
          onScale(measureId, () => scale),
        ),
      ),
    cancel: actions.cancel,
  };
}

function onScale(measureId: string, edit: (scale: Scale) => Scale): ScorecardEdit {
  return (card) => {
    const measure = findMeasure(card, measureId);
    return measure === null ? card : editMeasure(measureId, { scale: edit(measure.scale) })(card);
  };
}
