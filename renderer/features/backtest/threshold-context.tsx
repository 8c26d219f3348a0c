import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

/** The alarm threshold in use, in tenths: one for the explorer and every curve. */
export interface ThresholdView {
  readonly threshold: number;
  readonly setThreshold: (threshold: number) => void;
}

const ThresholdContext = createContext<ThresholdView | null>(null);

/** Holds the threshold apart from the run, so that a moving handle draws anew only what shows it. */
export function ThresholdProvider({
  start,
  children,
}: {
  readonly start: number;
  readonly children: ReactNode;
}) {
  const [threshold, setThreshold] = useState(start);
  const view = useMemo(() => ({ threshold, setThreshold }), [threshold]);
  return <ThresholdContext value={view}>{children}</ThresholdContext>;
}

/** The threshold in use; only inside `ThresholdProvider`. */
export function useThreshold(): ThresholdView {
  const view = useContext(ThresholdContext);
  if (view === null) throw new Error('useThreshold needs a ThresholdProvider around it');
  return view;
}
