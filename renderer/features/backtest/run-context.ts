import { createContext, useContext } from 'react';
import { fromAlarmSide } from '../../../shared/backtest/alarm-side.ts';
import type { ChannelInput, ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { WindowFigures } from '../../../shared/schemas/figures.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import { alarmBound } from '../../../shared/scoring/find-band.ts';

export type RunOutput = ChannelOutput<'backtests.get'>;
export type RunHead = RunOutput['run'];
export type DrillCell = ChannelInput<'backtests.rows'>['cell'];
export type DrillWindow = ChannelInput<'backtests.rows'>['window'];
export type DrillRow = ChannelOutput<'backtests.rows'>['rows'][number];

/** Which rows of a run to list, and what they are called. */
export interface Drill {
  readonly title: string;
  readonly cell: DrillCell;
  readonly window: DrillWindow;
  /** The alarm threshold that the mark stands for, in tenths: it lights up in every curve. */
  readonly threshold?: number;
}

/** The run on screen: its headline window (the test window, or all dates where there is no split). */
export interface RunView {
  readonly output: RunOutput;
  readonly window: WindowFigures | null;
  readonly windowName: DrillWindow;
  readonly isOptimistic: boolean;
  /** As-of dates that see the same outcome. */
  readonly overlap: number;
  readonly openDrill: (drill: Drill) => void;
}

export const RunContext = createContext<RunView | null>(null);

/** The run on screen; only inside `RunPanel`. */
export function useRun(): RunView {
  const view = useContext(RunContext);
  if (view === null) throw new Error('useRun needs a RunPanel around it');
  return view;
}

/** Reads a threshold in tenths, counted from the alarm side, off the scale that people see: points 0–100. */
export function useShownScore(): (tenths: number) => number {
  const { outcome } = useRun().output.figures.settings;
  return isHopedFor(outcome) ? fromTop : fromBottom;
}

const fromTop = (tenths: number) => (1001 - tenths) / 10;
const fromBottom = (tenths: number) => tenths / 10;

/** The bound of the alarm bands in tenths, counted from the alarm side; for an outcome hoped for the top band's. */
export function alarmBoundOf({ scorecard, figures }: RunOutput): number {
  const design = { scores: new Int16Array(0), bands: scorecard.bands };
  return Math.min(1000, alarmBound(fromAlarmSide(figures.settings.outcome, design).bands));
}

/** Turns a score in tenths as people read it into one counted from the alarm side, as thresholds are. */
export function useAlarmScore(): (tenths: number) => number {
  const { outcome } = useRun().output.figures.settings;
  return isHopedFor(outcome) ? turned : same;
}

const turned = (tenths: number) => 1000 - tenths;
const same = (tenths: number) => tenths;
