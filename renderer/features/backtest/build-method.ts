import type { SnapshotFigures } from '../../../shared/schemas/figures.ts';
import type { Format } from '../../format/use-format.ts';
import { pendingOf } from './build-snapshot-columns.tsx';
import type { Words } from './build-verdict-sentence.ts';
import type { RunOutput } from './run-context.ts';
import { buildSettingTexts } from './use-setting-texts.ts';

/** How things are counted, each in a sentence under `method`. */
export const definitions = ['pointInTime', 'label', 'auc', 'roc', 'verdict'] as const;

/** Kinds of rows that are not counted. */
export const leftOut = ['tooLate', 'notice', 'pending', 'purge', 'unscored'] as const;
export type LeftOut = (typeof leftOut)[number];

/** The settings of a run, its windows, seed, time and hashes, each in words. */
export function buildMethodRows(
  { figures, run }: RunOutput,
  words: { readonly t: Words; readonly format: Format },
): { readonly name: string; readonly value: string }[] {
  const { t, format } = words;
  const count = (window: SnapshotFigures['window']) =>
    figures.snapshots.filter((snapshot) => snapshot.window === window).length;
  return [
    ...buildSettingTexts(figures.settings, words, figures.testFrom),
    {
      name: t('method.split'),
      value:
        figures.testFrom === null
          ? t('method.splitNone', { all: figures.snapshots.length })
          : t('method.splitText', {
              design: count('design'),
              purge: count('purge'),
              test: count('test'),
              pending: count('pending'),
            }),
    },
    { name: t('method.seed'), value: String(figures.settings.seed) },
    { name: t('method.ranAt'), value: format.instant(Date.parse(run.ranAt)) },
    { name: t('checks.diff.design'), value: run.designHash.slice(0, 16) },
    { name: t('checks.diff.data'), value: run.dataHash.slice(0, 16) },
  ];
}

/** How many rows of all dates were not counted for a reason. */
export function countLeftOut(snapshots: readonly SnapshotFigures[], which: LeftOut): number {
  return snapshots.reduce((total, snapshot) => total + amounts[which](snapshot), 0);
}

const amounts: Readonly<Record<LeftOut, (snapshot: SnapshotFigures) => number>> = {
  tooLate: (snapshot) => snapshot.tooLate,
  notice: (snapshot) => snapshot.alreadyGaveNotice,
  pending: pendingOf,
  purge: (snapshot) => (snapshot.window === 'purge' ? snapshot.positives + snapshot.kept : 0),
  unscored: (snapshot) => snapshot.unscored,
};
