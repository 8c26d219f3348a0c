import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { type PlotDomain, snap } from './build-bins.ts';
import { DragHandle } from './drag-handle.tsx';
import type { LinearScale } from './edit-scale.ts';
import type { PlotPlace } from './plot-place.ts';
import type { ScaleEdits } from './use-scale-edits.ts';

export interface LinearHandlesProps {
  readonly scale: LinearScale;
  readonly domain: PlotDomain;
  readonly place: PlotPlace;
  readonly edits: ScaleEdits;
}

const ends = ['worst', 'best'] as const;

/** The line from 0 to 100 points and a handle at each of its ends. */
export function LinearHandles({ scale, domain, place, edits }: LinearHandlesProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { worst, best } = scale;
  const rises = best >= worst;
  const [leftY, rightY] = rises ? [place.y(0), place.y(100)] : [place.y(100), place.y(0)];
  const [from, to] = rises ? [worst, best] : [best, worst];
  const path = `M${place.left},${leftY} L${place.x(from)},${leftY} L${place.x(to)},${rightY} L${place.right},${rightY}`;
  return (
    <>
      <path d={path} className="points-line" fill="none" />
      {ends.map((end) => {
        const value = scale[end];
        const x = place.x(value);
        return (
          <DragHandle
            key={end}
            label={t(`scale.${end}`)}
            value={value}
            valueText={`${t(`scale.${end}Short`)}: ${format.number(value, 4)}`}
            min={domain.low}
            max={domain.high}
            step={domain.step}
            orientation="horizontal"
            valueAt={(atX) => Math.min(domain.high, Math.max(domain.low, snap(place.valueAt(atX), domain)))}
            onPreview={(next) => edits.end('preview', end, next)}
            onCommit={(next) => edits.end('commit', end, next)}
            onCommitSoon={(next) => edits.end('commitSoon', end, next)}
            onCancel={edits.cancel}
          >
            <rect
              x={x - 7}
              y={place.top - 14}
              width={14}
              height={place.bottom - place.top + 34}
              fill="transparent"
            />
            <line x1={x} x2={x} y1={place.top - 4} y2={place.bottom} className="cutoff-line" />
            <rect x={x - 5} y={place.top - 14} width={10} height={12} rx={3} className="cutoff-grip" />
            <text x={x} y={place.bottom + 32} textAnchor="middle" className="plot-number">
              {t(`scale.${end}Short`)}: {format.number(value, 4)}
            </text>
          </DragHandle>
        );
      })}
    </>
  );
}
