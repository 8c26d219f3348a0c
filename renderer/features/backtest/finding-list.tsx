import { Alert, Stack } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LintFinding } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildFindingTexts } from './build-finding-texts.ts';

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
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const { title, todo } = buildFindingTexts(finding, { t, format });
  return (
    <Alert variant="default" p="sm" icon={<TriangleAlert aria-hidden size={16} />} title={title}>
      {todo}
    </Alert>
  );
}
