import { Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MissCause, MissFigures } from '../../../../shared/schemas/lab-autopsy.ts';
import { useFormat } from '../../../format/use-format.ts';
import { colours } from '../../../ui/colours.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { openAccount } from '../open-account.ts';
import { buildChurnerColumns } from './build-miss-columns.ts';
import { blindKind, churnersOf, everRed } from './build-misses.ts';
import { CauseTable } from './cause-table.tsx';
import { useLab } from './lab-context.ts';
import { LabPart } from './lab-part.tsx';
import { NoFigure } from './no-figure.tsx';
import { RateFigure } from './rate-figure.tsx';
import { useMissWords } from './use-miss-words.ts';

/** Why each churner was caught or missed, and what no measure could see. */
export function MissesTab() {
  const { misses } = useLab().lab;
  return (
    <Stack gap="lg">
      {misses.reason === null ? <Churners misses={misses} /> : <NoFigure reason={misses.reason} />}
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
  const red = useMemo(() => everRed(misses.churners), [misses]);
  const rows = useMemo(() => churnersOf(misses.churners, cause), [misses, cause]);
  return (
    <>
      <LabPart
        title={t('lab.misses.causesTitle')}
        term="missCause"
        right={
          <RateFigure
            label={t('explorer.catch')}
            term="catchRate"
            rate={misses.caught}
            cell={{
              type: 'lives',
              lives: misses.churners.flatMap(({ cause: found, life }) => (found === 'caught' ? [life] : [])),
            }}
          />
        }
      >
        <Text size="sm" data-testid="ever-red">
          {t('lab.misses.everRed', {
            ever: format.count(red.ever, 'account'),
            atDecision: format.count(red.atDecision, 'account'),
          })}
        </Text>
        <CauseTable misses={misses} chosen={cause} onChoose={setCause} />
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
          onOpenRow={(row) =>
            openAccount(view.accounts.get(row.account)?.accountId, row.decisionDay ?? row.outcomeDay - 1)
          }
          height={Math.min(420, 52 + 36 * Math.max(1, rows.length))}
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
    <LabPart title={t('lab.misses.blindTitle')} term="blindSpot">
      <Text data-testid="blind-sentence">{sentence()}</Text>
      {kind !== 'unknown' && (
        <>
          <Group gap="xl">
            <RateFigure
              label={t('lab.misses.blindRate')}
              term="blindSpot"
              rate={blindSpot}
              colour={colours.churned}
              cell={{ type: 'withoutSign', which: 'churned' }}
            />
            <RateFigure
              label={t('lab.misses.keptRate')}
              term="keptWithoutSign"
              rate={keptWithoutSign}
              unit="row"
              colour={colours.kept}
              cell={{ type: 'withoutSign', which: 'kept' }}
            />
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
