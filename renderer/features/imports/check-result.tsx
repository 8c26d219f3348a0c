import { Alert, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { useFormat } from '../../format/use-format.ts';
import { ProblemGrid } from './problem-grid.tsx';
import { RowCounts } from './row-counts.tsx';
import type { FilePlan } from './use-queued-file.ts';

type Check = ChannelOutput<'imports.check'>;

export interface CheckResultProps {
  readonly token: string;
  readonly check: Check;
  /** Another text after every finished check. */
  readonly checkedKey: string;
  readonly filePlan: FilePlan;
}

/** The sum of the rows, what they would change, and those that can't be kept. */
export function CheckResult({ check, ...asked }: CheckResultProps) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const isSame = check.rowsKept > 0 && check.rowsKept === check.rowsUnchanged;
  const facts = [
    check.firstDay === null
      ? null
      : t('batches.dates', { first: format.day(check.firstDay), last: format.day(check.lastDay) }),
    check.newAccounts === 0
      ? null
      : t('problemsStop.newAccounts', {
          count: check.newAccounts,
          value: format.number(check.newAccounts, 0),
        }),
    check.unknownAccounts === 0
      ? null
      : t('problemsStop.unknownAccounts', {
          count: check.unknownAccounts,
          value: format.number(check.unknownAccounts, 0),
        }),
  ].filter((fact) => fact !== null);
  return (
    <Stack gap="sm">
      <RowCounts counts={check} />
      {facts.length > 0 && <Text size="sm">{facts.join(' · ')}</Text>}
      {isSame && (
        <Alert color="gray" p="xs" role="status">
          {t('problemsStop.same')}
        </Alert>
      )}
      {check.rowsKept === 0 && (
        <Alert color="orange" p="xs" role="status">
          {t('problemsStop.nothing')}
        </Alert>
      )}
      {check.rowsRejected === 0 && <Text size="sm">{t('problemsStop.none')}</Text>}
      {check.rowsRejected + check.rowsFixed > 0 && <ProblemRows check={check} {...asked} />}
    </Stack>
  );
}

function ProblemRows({ check, filePlan, ...asked }: CheckResultProps) {
  const { t } = useTranslation(['data', 'common']);
  const format = useFormat();
  const { plan, setPlan } = filePlan;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t('problemsStop.rejected', {
            count: check.rowsRejected,
            value: format.number(check.rowsRejected, 0),
          })}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('problemsStop.choice')}
          value={plan.problemRows}
          onChange={(value) => setPlan({ ...plan, problemRows: value === 'stop' ? 'stop' : 'skip' })}
          data={[
            { value: 'skip', label: t('problemRows.skip') },
            { value: 'stop', label: t('problemRows.stop') },
          ]}
        />
      </Group>
      <ProblemGrid check={check} filePlan={filePlan} {...asked} />
    </Stack>
  );
}
