import { Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissCause, MissFigures } from '../../../../shared/schemas/lab-autopsy.ts';
import { navigate } from '../../../client/navigate.ts';
import { useDesign } from '../../../client/use-design.ts';
import { useFormat } from '../../../format/use-format.ts';
import { colours } from '../../../ui/colours.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { buildChurnerColumns, buildRedColumns } from './build-miss-columns.ts';
import { blindKind, churnersOf } from './build-misses.ts';
import { CauseTable } from './cause-table.tsx';
import { accountLabel, useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';
import { RateFigure } from './rate-figure.tsx';

/** Why each churner was caught or missed, what no measure could see, and who was red but stayed. */
export function MissesTab() {
  const { misses } = useLab().lab;
  return (
    <Stack gap="lg">
      {misses.reason === null ? <Churners misses={misses} /> : <NoFigure reason={misses.reason} />}
      <RedButKeptList misses={misses} />
    </Stack>
  );
}

function Churners({ misses }: { readonly misses: MissFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const view = useLab();
  const words = useMissWords();
  const [cause, setCause] = useState<MissCause | null>(null);
  const columns = useMemo(() => buildChurnerColumns(words), [words]);
  const rows = useMemo(() => churnersOf(misses.churners, cause), [misses, cause]);
  return (
    <>
      <LabPart
        title={t('lab.misses.causesTitle')}
        help={t('lab.misses.causesHelp')}
        right={<RateFigure label={t('explorer.catch')} help={t('explorer.catchHelp')} rate={misses.caught} />}
      >
        <CauseTable causes={misses.causes} chosen={cause} onChoose={setCause} />
      </LabPart>
      <BlindSpot misses={misses} />
      <LabPart
        title={
          cause === null
            ? t('lab.misses.tableTitle')
            : `${t('lab.misses.tableTitle')}: ${t(`lab.misses.causes.${cause}`)}`
        }
        why={t('lab.misses.opens', { accounts: format.count(rows.length, 'churner') })}
      >
        <DataTable
          label={t('lab.misses.tableLabel')}
          columns={columns}
          rows={rows}
          rowId={(row) => String(row.life)}
          onOpenRow={(row) => openAccount(view.accounts.get(row.account)?.accountId)}
          height={heightOf(rows.length)}
        />
      </LabPart>
    </>
  );
}

function BlindSpot({ misses }: { readonly misses: MissFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { blindSpot, keptWithoutSign, badBelow } = misses;
  const kind = blindKind(misses);
  const kept = format.percent(keptWithoutSign.rate, 0);
  const sentence = {
    some: () => t('lab.misses.blind', { count: blindSpot.count, total: blindSpot.total, kept }),
    none: () => t('lab.misses.blindNone', { kept }),
    unknown: () => t('lab.misses.blindUnknown'),
  }[kind];
  return (
    <LabPart title={t('lab.misses.blindTitle')} help={t('lab.misses.blindHelp')}>
      <Text data-testid="blind-sentence">{sentence()}</Text>
      {kind !== 'unknown' && (
        <>
          <Group gap="xl">
            <RateFigure label={t('lab.misses.blindRate')} rate={blindSpot} colour={colours.churned} />
            <RateFigure label={t('lab.misses.keptRate')} rate={keptWithoutSign} colour={colours.kept} />
          </Group>
          <Text size="xs" c="dimmed">
            {t('lab.misses.badBelow', {
              scorecard: format.percent(badBelow.scorecard),
              workspace: format.percent(badBelow.workspace),
            })}
          </Text>
        </>
      )}
    </LabPart>
  );
}

function RedButKeptList({ misses }: { readonly misses: MissFigures }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const view = useLab();
  const words = useMissWords();
  const columns = useMemo(() => buildRedColumns(words), [words]);
  const { redButKept } = misses;
  return (
    <LabPart
      title={`${t('lab.misses.redTitle')} (${format.count(redButKept.length, 'account')})`}
      why={t(redButKept.length === 0 ? 'lab.misses.redNone' : 'lab.misses.redWhy')}
    >
      {redButKept.length > 0 && (
        <DataTable
          label={t('lab.misses.redLabel')}
          columns={columns}
          rows={redButKept}
          rowId={(row) => String(row.life)}
          onOpenRow={(row) => openAccount(view.accounts.get(row.account)?.accountId)}
          height={heightOf(redButKept.length)}
        />
      )}
    </LabPart>
  );
}

function useMissWords() {
  const { t } = useTranslation(['backtest', 'common']);
  const format = useFormat();
  const view = useLab();
  const measures = useDesign()?.measures;
  return useMemo(
    () => ({
      t,
      format,
      accountOf: (index: number) => accountLabel(view, index),
      measureOf: (id: string) => measures?.find((measure) => measure.id === id)?.name ?? id,
    }),
    [t, format, view, measures],
  );
}

function openAccount(accountId: string | undefined): void {
  if (accountId !== undefined) navigate('accounts', accountId);
}

function heightOf(rows: number): number {
  return Math.min(420, 52 + 36 * Math.max(1, rows));
}
