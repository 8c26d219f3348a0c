import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { openAccount } from '../open-account.ts';
import { useRun } from '../run-context.ts';
import { buildRedColumns } from './build-miss-columns.ts';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { useMissWords } from './use-miss-words.ts';

/** The accounts that were red but stayed: where the score cried wolf, or somebody acted. */
export function FalseAlarmsTab() {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const view = useLab();
  const { window } = useRun();
  const words = useMissWords();
  const columns = useMemo(() => buildRedColumns(words), [words]);
  const { redButKept } = view.lab.misses;
  const kept = format.count(window?.keptAccounts ?? 0, 'account');
  return (
    <Stack gap="lg">
      <LabPart
        title={t('lab.misses.redTitle')}
        term="everRed"
        why={
          redButKept.length === 0
            ? t('lab.misses.redNone')
            : `${t('lab.misses.redOf', { red: format.count(redButKept.length, 'account'), kept })} ${t('lab.misses.redWhy')}`
        }
      >
        {redButKept.length > 0 && (
          <DataTable
            label={t('lab.misses.redLabel')}
            columns={columns}
            rows={redButKept}
            rowId={(row) => String(row.life)}
            onOpenRow={(row) => openAccount(view.accounts.get(row.account)?.accountId, row.asOf)}
            height={Math.min(480, 52 + 36 * redButKept.length)}
          />
        )}
      </LabPart>
    </Stack>
  );
}
