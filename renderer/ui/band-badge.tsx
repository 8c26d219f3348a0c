import { useTranslation } from 'react-i18next';
import type { Band } from '../../shared/schemas/scorecard.ts';
import { readableOn } from './colours.ts';

export interface BandBadgeProps {
  /** Null = not scored. */
  readonly band: Pick<Band, 'label' | 'symbol' | 'colour'> | null;
  readonly size?: 'sm' | 'md';
}

/** A band as symbol, word and colour together; the word is in the page's own text colour. */
export function BandBadge({ band, size = 'sm' }: BandBadgeProps) {
  const { t } = useTranslation('common');
  if (band === null) return <span className="band-badge band-badge-none">{t('label.notScored')}</span>;
  const hasOwnSymbol = band.symbol !== '' && band.symbol !== band.label;
  return (
    <span className={`band-badge band-badge-${size}`}>
      <span
        className="band-badge-symbol"
        aria-hidden={hasOwnSymbol}
        style={{ backgroundColor: band.colour, color: readableOn(band.colour) }}
      >
        {band.symbol === '' ? band.label.slice(0, 2) : band.symbol}
      </span>
      {(hasOwnSymbol || band.symbol === '') && <span>{band.label}</span>}
    </span>
  );
}
