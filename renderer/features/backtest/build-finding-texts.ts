import type { LintFinding } from '../../../shared/schemas/figures.ts';
import type { Format } from '../../format/use-format.ts';
import type { Words } from './build-verdict-sentence.ts';

/** What was found and what to do about it. */
export interface FindingTexts {
  readonly title: string;
  readonly todo: string;
}

/** A finding in words, with the measure's AUC alone where it has one. */
export function buildFindingTexts(
  { kind, name, auc, count }: LintFinding,
  { t, format }: { readonly t: Words; readonly format: Format },
): FindingTexts {
  const value = format.number(count, 0);
  const shown = format.auc(auc === null ? null : Math.max(auc, 1 - auc));
  const todo = t(`findings.${kind}Do`);
  return {
    title:
      kind === 'assumedStart'
        ? t('findings.assumedStart', { count: count ?? 0, value })
        : t(`findings.${kind}`, { name, value, auc: shown }),
    todo: auc === null || kind === 'tooGood' ? todo : `${todo} ${t('set.ownAuc', { auc: shown })}`,
  };
}
