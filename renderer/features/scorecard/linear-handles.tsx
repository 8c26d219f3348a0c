import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { handleReach, type PlotDomain, snap } from './build-bins.ts';
import { DragHandle } from './drag-handle.tsx';
import type { LinearScale } from './edit-scale.ts';
import { type PlotPlace, placeLabels } from './plot-place.ts';
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
  const { min, max } = handleReach(domain);
  const rises = best >= worst;
  const [leftY, rightY] = rises ? [place.y(0), place.y(100)] : [place.y(100), place.y(0)];
  const [from, to] = rises ? [worst, best] : [best, worst];
  const textOf = (end: (typeof ends)[number]) => `${t(`scale.${end}Short`)}: ${format.number(scale[end], 4)}`;
  const labels = placeLabels(
    ends.map((end) => ({ x: place.x(scale[end]), text: textOf(end) })),
    place,
  );
  const path = `M${place.left},${leftY} L${place.x(from)},${leftY} L${place.x(to)},${rightY} L${place.right},${rightY}`;
  return (
    <>
      <path d={path} className="points-line" fill="none" />
      {ends.map((end, index) => {
        const value = scale[end];
        const x = place.x(value);
        const label = labels[index];
        return (
          <DragHandle
            key={end}
            label={t(`scale.${end}`)}
            value={value}
            valueText={textOf(end)}
            min={min}
            max={max}
            step={domain.step}
            orientation="horizontal"
            valueAt={(atX) => Math.min(max, Math.max(min, snap(place.valueAt(atX), domain)))}
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
            {label != null && (
              <text x={label.x} y={label.y} textAnchor={label.anchor} className="plot-number">
                {textOf(end)}
              </text>
            )}
          </DragHandle>
        );
      })}
    </>
  );
}
