import { useFormat } from '../format/use-format.ts';
import type { HistogramEnds } from './histogram-ends.ts';
import { valueTicks } from './value-ticks.ts';

export interface ValueAxisProps {
  readonly low: number;
  readonly high: number;
  readonly x: (value: number) => number;
  readonly y: number;
  readonly parts?: number;
  /** Bars that hold the rest to their side are named "≤ 3" and "≥ 19". */
  readonly ends?: HistogramEnds;
}

/** Pixels that a letter of the axis takes, at most, and how far a name may reach beyond the axis. */
const letter = 7;
const most = 12;

/** The line under a picture with its round values; part of an SVG. */
export function ValueAxis({ low, high, x, y, parts = 5, ends }: ValueAxisProps) {
  const format = useFormat();
  const write = (value: number) => format.number(value, high - low < 0.1 ? 4 : 3);
  const named = [
    { end: ends?.low ?? null, mark: '≤' },
    { end: ends?.high ?? null, mark: '≥' },
  ].flatMap(({ end, mark }) => {
    if (end === null) return [];
    const text = `${mark}${write(end.value)}`;
    // A long one stays inside the picture.
    const half = (text.length * letter) / 2;
    return { at: Math.min(x(high) + most - half, Math.max(x(low) - most + half, x(end.at))), text };
  });
  const isFree = (at: number, text: string) =>
    named.every((other) => Math.abs(other.at - at) > ((other.text.length + text.length) * letter) / 2);
  return (
    <g className="value-axis" fontSize={11} textAnchor="middle">
      <line x1={x(low)} x2={x(high)} y1={y} y2={y} stroke="var(--mantine-color-default-border)" />
      {valueTicks(low, high, parts).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={y} y2={y + 4} stroke="var(--mantine-color-dimmed)" />
          {isFree(x(tick), write(tick)) && (
            <text x={x(tick)} y={y + 15} fill="var(--mantine-color-dimmed)">
              {write(tick)}
            </text>
          )}
        </g>
      ))}
      {named.map(({ at, text }) => (
        <text key={text} x={at} y={y + 15} fill="var(--mantine-color-dimmed)">
          {text}
        </text>
      ))}
    </g>
  );
}
