import { useFormat } from '../format/use-format.ts';
import { valueTicks } from './value-ticks.ts';

export interface ValueAxisProps {
  readonly low: number;
  readonly high: number;
  readonly x: (value: number) => number;
  readonly y: number;
  readonly parts?: number;
}

/** The line under a picture with its round values; part of an SVG. */
export function ValueAxis({ low, high, x, y, parts = 5 }: ValueAxisProps) {
  const format = useFormat();
  return (
    <g className="value-axis" fontSize={11} textAnchor="middle">
      <line x1={x(low)} x2={x(high)} y1={y} y2={y} stroke="var(--mantine-color-default-border)" />
      {valueTicks(low, high, parts).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={y} y2={y + 4} stroke="var(--mantine-color-dimmed)" />
          <text x={x(tick)} y={y + 15} fill="var(--mantine-color-dimmed)">
            {format.number(tick, 4)}
          </text>
        </g>
      ))}
    </g>
  );
}
