import { type ReactNode, useMemo } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { SoughtOutcome } from '../../shared/schemas/outcome-kinds.ts';
import { sayOutcome } from '../i18n/say-outcome.ts';

export interface OutcomeWordsProps {
  readonly outcome: SoughtOutcome | undefined;
  readonly children: ReactNode;
}

/** What is inside speaks of the outcome that is looked for. */
export function OutcomeWords({ outcome = 'churn', children }: OutcomeWordsProps) {
  const { i18n } = useTranslation();
  const { language } = i18n;
  // The language is asked for: a translator made for one does not follow the window's to another.
  const spoken = useMemo(
    () => ({ language, translator: sayOutcome(i18n, outcome) }),
    [i18n, outcome, language],
  );
  return <I18nextProvider i18n={spoken.translator}>{children}</I18nextProvider>;
}
