import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { japanese } from '../i18n/catalogues.ts';

/** A statistic with a sentence of its own in the catalogue `explain`. */
export type Term = keyof typeof japanese.explain;

export interface ExplainedProps {
  readonly term: Term;
  /** The name of the statistic, as it stands on the screen. */
  readonly children: ReactNode;
}

const tooltip = {
  multiline: true,
  maw: 340,
  withArrow: true,
  events: { hover: true, focus: true, touch: true },
};

/** The name of a statistic, which explains itself in one sentence on hover, focus and touch. */
export function Explained({ term, children }: ExplainedProps) {
  const { t } = useTranslation('explain');
  return (
    <Tooltip {...tooltip} label={t(term)}>
      <button type="button" className="explained" data-explained={term}>
        {children}
      </button>
    </Tooltip>
  );
}

/** The same around something that can have the focus itself, such as a heading that sorts. */
export function ExplainedAround({ term, children }: ExplainedProps) {
  const { t } = useTranslation('explain');
  return (
    <Tooltip {...tooltip} label={t(term)}>
      <span data-explained={term}>{children}</span>
    </Tooltip>
  );
}
