import { NumberInput, Text } from '@mantine/core';
import { type CSSProperties, createContext, useContext, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { cleanWeight } from './edit-scorecard.ts';
import { markPointer } from './live-marks.ts';

/** Shares of the whole score, 0–1, by measure and by group. */
export const SharesContext = createContext<ReadonlyMap<string, number>>(new Map());

export interface WeightFieldProps {
  readonly label: string;
  readonly weight: number;
  /** The measure or group whose share of 100 % stands beside it. */
  readonly shareOf: string;
  readonly onPreview: (weight: number) => void;
  readonly onCommit: (weight: number) => void;
  readonly onCommitSoon: (weight: number) => void;
}

/** A weight as slider, number and share of 100 %. A drag is one step; keys rest 400 ms first. */
export function WeightField({ label, weight, shareOf, onPreview, onCommit, onCommitSoon }: WeightFieldProps) {
  const format = useFormat();
  const isDragging = useRef(false);
  const end = (value: number) => {
    if (!isDragging.current) return;
    isDragging.current = false;
    onCommit(value);
  };
  return (
    <div className="weight-field">
      <input
        type="range"
        aria-label={label}
        aria-valuetext={format.number(weight, 3)}
        style={{ '--filled': `${(100 * weight) / Math.max(100, weight)}%` } as CSSProperties}
        min={0}
        max={Math.max(100, weight)}
        step={1}
        value={weight}
        onPointerDown={() => {
          isDragging.current = true;
        }}
        onPointerUp={(event) => end(Number(event.currentTarget.value))}
        onPointerCancel={(event) => end(Number(event.currentTarget.value))}
        onChange={(event) => {
          markPointer();
          const value = Number(event.currentTarget.value);
          if (isDragging.current) onPreview(value);
          else onCommitSoon(value);
        }}
      />
      <NumberInput
        aria-label={label}
        size="xs"
        w={64}
        min={0}
        max={1000}
        decimalScale={3}
        hideControls
        value={weight}
        onChange={(typed) => {
          if (typeof typed === 'number' && typed !== weight) onCommitSoon(cleanWeight(typed));
        }}
      />
      <ShareText shareOf={shareOf} />
    </div>
  );
}

/** Its own component: a weight changes every share, and only these need drawing then. */
function ShareText({ shareOf }: { readonly shareOf: string }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const value = useContext(SharesContext).get(shareOf) ?? 0;
  // Whole percents of 8.6 + 10.7 + 10.7 would add up to 31: a decimal stands where there is one.
  const share = format.percent(value, Math.abs(100 * value - Math.round(100 * value)) < 0.05 ? 0 : 1);
  return (
    <Text size="xs" fw={600} className="weight-share" title={t('design.shareHelp')}>
      <span className="visually-hidden">{t('design.share', { value: share })}</span>
      <span aria-hidden>{share}</span>
    </Text>
  );
}
