import { useTranslation } from 'react-i18next';
import { ValueAxis } from '../../ui/value-axis.tsx';
import { costPoints } from './build-bounds.ts';

const box = { width: 280, height: 64 };
const margin = 10;

/** Total cost at every bound 0–100, with the cheapest one marked. */
export function CostCurve({ curve, bound }: { readonly curve: readonly number[]; readonly bound: number }) {
  const { t } = useTranslation('scorecard');
  const { line, x, y } = costPoints(curve, bound, box);
  return (
    <svg
      width={box.width + 2 * margin}
      height={box.height + margin + 20}
      role="img"
      aria-label={t('panels.cost.curve')}
    >
      <g transform={`translate(${margin} ${margin / 2})`}>
        <line x1={x} x2={x} y1={0} y2={box.height} className="cutoff-line" />
        <polyline points={line} fill="none" stroke="var(--mantine-color-text)" strokeWidth={1.5} />
        <circle cx={x} cy={y} r={4} className="cutoff-grip" />
        <ValueAxis low={0} high={100} x={(value) => (value / 100) * box.width} y={box.height} parts={5} />
      </g>
    </svg>
  );
}
