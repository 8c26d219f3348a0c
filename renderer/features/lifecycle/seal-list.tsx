import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealHead } from '../../../shared/schemas/lifecycle.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { SealState } from './seal-state.tsx';

/** How much of a fingerprint is shown where there is little room. */
export const shortFingerprint = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;

export interface SealListProps {
  readonly seals: readonly SealHead[];
  /** How many more there are that were changed beyond reading. */
  readonly unreadable: number;
}

/** Sealed predictions, newest first; a row opens its seal. */
export function SealList({ seals, unreadable }: SealListProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const columns = useMemo<DataColumn<SealHead>[]>(
    () => [
      {
        id: 'state',
        header: t('seals.state'),
        width: 130,
        cell: (seal) => <SealState state={seal.state} />,
        sortBy: (seal) => seal.state,
      },
      {
        id: 'asOf',
        header: t('seals.asOf'),
        width: 105,
        cell: (seal) => format.day(seal.asOf),
        sortBy: (seal) => seal.asOf,
      },
      {
        id: 'version',
        header: t('seals.version'),
        cell: (seal) => `v${seal.version.number} ${seal.version.name}`,
        sortBy: (seal) => seal.version.number,
      },
      {
        id: 'gradableOn',
        header: t('seals.gradableOn'),
        width: 115,
        cell: (seal) => format.day(seal.gradableOn),
        sortBy: (seal) => seal.gradableOn,
      },
      {
        id: 'scored',
        header: t('seals.accounts'),
        width: 120,
        align: 'right',
        cell: (seal) => `${format.number(seal.scored, 0)} / ${format.number(seal.accounts, 0)}`,
        sortBy: (seal) => seal.scored,
      },
      {
        id: 'known',
        header: t('seals.known'),
        width: 125,
        align: 'right',
        cell: (seal) => t('seals.knownDays', { known: seal.knownDays, all: seal.settings.horizonDays }),
        sortBy: (seal) => seal.knownDays,
      },
      {
        id: 'result',
        header: t('seals.result'),
        width: 165,
        align: 'right',
        cell: (seal) => <Result seal={seal} />,
        sortBy: (seal) => seal.grade?.figures.auc?.value ?? null,
      },
      {
        id: 'fingerprint',
        header: t('seals.fingerprint'),
        width: 130,
        cell: (seal) => <code>{shortFingerprint(seal.sha256)}</code>,
      },
    ],
    [t, format],
  );
  const lost = unreadable > 0 && (
    <Text size="sm" c="var(--mantine-color-error)" role="alert" mb="xs">
      {t('seals.unreadable', { count: unreadable, value: format.number(unreadable, 0) })}
    </Text>
  );
  if (seals.length === 0) return lost || <Text size="sm">{t('seals.none')}</Text>;
  return (
    <>
      {lost}
      <Text size="sm" c="dimmed" mb="xs">
        {t('seals.help')} <HelpTip text={t('grade.fingerprintHelp')} />
      </Text>
      <DataTable
        label={t('seals.title')}
        columns={columns}
        rows={seals}
        rowId={(seal) => seal.id}
        onOpenRow={(seal) => navigate('lifecycle', seal.id)}
        height={Math.min(400, 66 + seals.length * 36)}
      />
    </>
  );
}

function Result({ seal }: { readonly seal: SealHead }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  if (seal.grade === null) return '–';
  const { auc, gate, churned } = seal.grade.figures;
  if (gate === 'tooFew') return t('seals.few', { churned });
  return `${format.auc(auc?.value ?? null)} ${format.interval(auc?.low ?? null, auc?.high ?? null)}`;
}
