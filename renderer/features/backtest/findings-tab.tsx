import { Alert, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { useRun } from './run-context.ts';

/** What could make looking back dishonest, each with what to do about it. */
export function FindingsTab() {
  const { t } = useTranslation('backtest');
  const { lint } = useRun().output.figures;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('findings.why')}</Text>
      {lint.length === 0 && <Text size="sm">{t('findings.none')}</Text>}
      {lint.map((finding) => (
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
  const title =
    kind === 'assumedStart'
      ? t('findings.assumedStart', { count: count ?? 0, value })
      : t(`findings.${kind}`, { name, value, auc: format.auc(auc === null ? null : Math.max(auc, 1 - auc)) });
  return (
    <Alert variant="default" p="sm" icon={<TriangleAlert aria-hidden size={16} />} title={title}>
      {t(`findings.${kind}Do`)}
    </Alert>
  );
}
