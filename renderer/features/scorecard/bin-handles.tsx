import { useTranslation } from 'react-i18next';
import { rangeWords } from '../../format/range-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { binStretches, cutoffPlace, handleReach, type PlotDomain, snap } from './build-bins.ts';
import { DragHandle } from './drag-handle.tsx';
import type { BinsScale } from './edit-scale.ts';
import { type PlotLabel, type PlotPlace, placeLabels } from './plot-place.ts';
import type { ScaleEdits } from './use-scale-edits.ts';

export interface BinHandlesProps {
  readonly scale: BinsScale;
  readonly domain: PlotDomain;
  readonly place: PlotPlace;
  readonly edits: ScaleEdits;
}

/** Level lines for the points of each bin, upright lines for the cut-offs between them. */
export function BinHandles(props: BinHandlesProps) {
  const { scale, domain, place } = props;
  const format = useFormat();
  const marks = scale.cutoffs.map((cut) => ({
    x: place.x(cutoffPlace(cut, domain)),
    text: format.number(cut, 4),
  }));
  const labels = placeLabels(marks, place);
  return (
    <>
      {binStretches(scale).map((stretch) => (
        <PointsHandle key={`points ${stretch.bin}`} {...props} bin={stretch.bin} />
      ))}
      {scale.cutoffs.map((cut, index) => (
        <CutoffHandle
          // biome-ignore lint/suspicious/noArrayIndexKey: a cut-off is known by its place, its value moves
          key={index}
          {...props}
          index={index}
          cut={cut}
          domain={domain}
          place={place}
          label={labels[index] ?? null}
        />
      ))}
    </>
  );
}

function PointsHandle({ scale, place, edits, domain, bin }: BinHandlesProps & { readonly bin: number }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const stretch = binStretches(scale)[bin];
  if (stretch === undefined) return null;
  const { points } = stretch;
  const from = stretch.low === null ? place.left : place.x(cutoffPlace(stretch.low, domain));
  const to = stretch.high === null ? place.right : place.x(cutoffPlace(stretch.high, domain));
  const y = place.y(points);
  const range = rangeWords(stretch, t, (value) => format.number(value, 4));
  return (
    <DragHandle
      label={t('scale.binPoints', { n: bin + 1 })}
      value={points}
      valueText={t('scale.binPointsText', { range, points: format.number(points, 2) })}
      min={0}
      max={100}
      step={5}
      orientation="vertical"
      valueAt={(_, atY) => Math.min(100, Math.max(0, Math.round(place.pointsAt(atY) / 5) * 5))}
      onPreview={(value) => edits.points('preview', bin, value)}
      onCommit={(value) => edits.points('commit', bin, value)}
      onCommitSoon={(value) => edits.points('commitSoon', bin, value)}
      onCancel={edits.cancel}
    >
      <rect x={from} y={y - 8} width={Math.max(0, to - from)} height={16} fill="transparent" />
      <line x1={from} x2={to} y1={y} y2={y} className="points-line" />
      {to - from > 16 && (
        <text x={(from + to) / 2} y={y - 6} textAnchor="middle" className="plot-number">
          {format.number(points, 2)}
        </text>
      )}
    </DragHandle>
  );
}

interface CutoffHandleProps extends BinHandlesProps {
  readonly index: number;
  readonly cut: number;
  readonly label: PlotLabel | null;
}

function CutoffHandle({ scale, domain, place, edits, index, cut, label }: CutoffHandleProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const x = place.x(cutoffPlace(cut, domain));
  const written = format.number(cut, 4);
  const reach = handleReach(domain);
  const min = index === 0 ? reach.min : scale.cutoffs[index - 1]! + domain.step;
  const max = index === scale.cutoffs.length - 1 ? reach.max : scale.cutoffs[index + 1]! - domain.step;
  return (
    <DragHandle
      label={t('scale.cutoff', { n: index + 1 })}
      value={cut}
      valueText={t('scale.cutoffText', { value: written })}
      min={min}
      max={max}
      step={domain.step}
      orientation="horizontal"
      valueAt={(atX) => Math.min(max, Math.max(min, snap(place.valueAt(atX) + domain.offset, domain)))}
      onPreview={(value) => edits.cutoff('preview', index, value)}
      onCommit={(value) => edits.cutoff('commit', index, value)}
      onCommitSoon={(value) => edits.cutoff('commitSoon', index, value)}
      onCancel={edits.cancel}
      onRemove={() => edits.removeCutoff(index)}
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
      {label !== null && (
        <text x={label.x} y={label.y} textAnchor={label.anchor} className="plot-number">
          {written}
        </text>
      )}
    </DragHandle>
  );
}
