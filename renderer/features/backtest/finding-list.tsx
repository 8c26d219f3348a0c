import { Alert, Stack } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';

/** What could make looking back dishonest, each with the measure's AUC alone and what to do about it. */
export function FindingList({ findings }: { readonly findings: readonly LintFinding[] }) {
  return (
    <Stack gap="xs">
      {findings.map((finding) => (
        <Finding key={`${finding.kind} ${finding.measureId} ${finding.name}`} finding={finding} />
      ))}
    </Stack>
  );
}

function Finding({ finding }: { readonly finding: LintFinding }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { kind, name, auc, count } = finding;
  const value = format.number(count, 0);
  const shown = format.auc(auc === null ? null : Math.max(auc, 1 - auc));
  const title =
    kind === 'assumedStart'
      ? t('findings.assumedStart', { count: count ?? 0, value })
      : t(`findings.${kind}`, { name, value, auc: shown });
  return (
    <Alert variant="default" p="sm" icon={<TriangleAlert aria-hidden size={16} />} title={title}>
      {t(`findings.${kind}Do`)} {auc !== null && kind !== 'tooGood' && t('set.ownAuc', { auc: shown })}
    </Alert>
  );
}
