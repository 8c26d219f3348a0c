import { Group, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { colours } from '../../ui/colours.ts';
import type { ListPage } from './use-list.ts';

export interface BandCountsProps {
  readonly bands: readonly Band[];
  readonly counts: ListPage['bandCounts'];
  readonly chosen: readonly string[];
  /** Shows one band alone, or all again. */
  readonly onChoose: (bandIds: readonly string[]) => void;
}

/** How the list spreads over the bands: one bar, and a button per band with its count. */
export function BandCounts({ bands, counts, chosen, onChoose }: BandCountsProps) {
  const { t } = useTranslation('lists');
  const format = useFormat();
  const total = counts.reduce((sum, { accounts }) => sum + accounts, 0);
  const parts = counts
    .map(({ bandId, accounts }) => ({
      ...{ bandId, accounts, band: bands.find((band) => band.id === bandId) ?? null },
      share: total === 0 ? 0 : accounts / total,
    }))
    .filter((part) => part.accounts > 0 || part.band !== null);
  return (
    <div>
      <div aria-hidden style={{ display: 'flex', height: 8, gap: 1, overflow: 'hidden', borderRadius: 4 }}>
        {parts.map(({ bandId, share, band }) => (
          <div
            key={bandId}
            style={{ flexGrow: share, flexBasis: 0, backgroundColor: band?.colour ?? colours.neutral }}
          />
        ))}
      </div>
      <Group gap="4px 24px" mt={8} role="group" aria-label={t('bands.label')}>
        {parts.map(({ bandId, accounts, band, share }) => {
          const isOnly = chosen.length === 1 && chosen[0] === bandId;
          return (
            <UnstyledButton
              key={bandId}
              aria-pressed={isOnly}
              title={t(isOnly ? 'bands.showAll' : 'bands.showOnly')}
              onClick={() => onChoose(isOnly ? [] : [bandId])}
              fz="sm"
            >
              <Group gap={6} wrap="nowrap">
                <BandBadge band={band} />
                <span>{format.count(accounts, 'account')}</span>
                <span style={{ color: 'var(--mantine-color-dimmed)' }}>{format.percent(share)}</span>
              </Group>
            </UnstyledButton>
          );
        })}
      </Group>
    </div>
  );
}
