import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Band } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { type BandRow, buildBandRows, rateAxisEnd } from './build-live.ts';

export interface BandRatesProps {
  readonly bands: readonly Band[];
  readonly figures: LiveFigures;
  readonly before: LiveFigures | null;
}

/** The churn rate of each band with its interval and n, on one axis from 0. */
export function BandRates({ bands, figures, before }: BandRatesProps) {
  const rows = buildBandRows(bands, figures, before);
  const end = rateAxisEnd(rows);
  return (
    <>
      <ShareBar rows={rows} />
      <ul className="band-rates">
        {rows.map((row) => (
          <BandRate key={row.band.id} row={row} end={end} />
        ))}
      </ul>
    </>
  );
}

/** How the rows spread over the bands, at a glance; the numbers stand in the lines below. */
function ShareBar({ rows }: { readonly rows: readonly BandRow[] }) {
  return (
    <div className="band-shares" aria-hidden>
      {rows.map(({ band, figure }) => (
        <span key={band.id} style={{ flexGrow: figure?.share ?? 0, backgroundColor: band.colour }} />
      ))}
    </div>
  );
}

function BandRate({
  row: { band, figure, rateChange },
  end,
}: {
  readonly row: BandRow;
  readonly end: number;
}) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const hasRate = figure !== null && figure.rate !== null;
  const change = format.number(rateChange === null ? null : Math.abs(rateChange) * 100, 1);
  return (
    <li>
      <span className="band-rates-name">
        <BandBadge band={band} />
      </span>
      <div className="band-rates-value num">
        <Text size="sm" fw={600} lh={1.2}>
          {format.percent(figure?.rate ?? null)}
        </Text>
        <div className="band-rates-change">
          {rateChange !== null && change !== format.number(0, 1) && (
            <>
              {rateChange > 0 ? '+' : '−'}
              {t('live.rateChange', { value: change })}
            </>
          )}
        </div>
      </div>
      {hasRate ? (
        <IntervalBar
          estimate={{ value: figure.rate ?? 0, low: figure.low, high: figure.high }}
          min={0}
          max={end}
          width={76}
          format={(value) => format.percent(value)}
        />
      ) : (
        <span />
      )}
      <Text span size="xs" c="dimmed" className="band-rates-n">
        {t('live.bandRows', {
          rows: format.number(figure?.rows ?? 0, 0),
          share: format.percent(figure?.share ?? null),
        })}
      </Text>
    </li>
  );
}
