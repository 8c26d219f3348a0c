import type { Case } from '../../../../shared/schemas/lab-autopsy.ts';
import { useRun } from '../run-context.ts';
import { buildSpark } from './build-spark.ts';

const width = 240;
const height = 56;
const foot = 8;

/** The score of a year, a bar a week in its band's colour; the dashed line is where the alarm begins. */
export function CaseSpark({ told, label }: { readonly told: Case; readonly label: string }) {
  const { bands } = useRun().output.scorecard;
  const { bars, alarmAt, redFrom } = buildSpark(told, bands);
  const y = (share: number) => height - foot - share * (height - foot - 2);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
      style={{ height, display: 'block' }}
    >
      {bars.map(({ x, width: share, height: tall, colour }) => (
        <rect
          key={x}
          x={x * width}
          width={Math.max(1.5, share * width)}
          y={tall === null ? y(0) - 1 : y(tall)}
          height={tall === null ? 1 : Math.max(1, y(0) - y(tall))}
          fill={colour}
        />
      ))}
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="case-axis" />
      {alarmAt !== null && <line x1={0} x2={width} y1={y(alarmAt)} y2={y(alarmAt)} className="case-alarm" />}
      {redFrom !== null && (
        <line x1={redFrom * width} x2={width} y1={height - 3} y2={height - 3} className="case-red" />
      )}
      <line x1={width - 1} x2={width - 1} y1={0} y2={height} className="case-end" />
    </svg>
  );
}
