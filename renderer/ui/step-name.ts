import type { i18n } from 'i18next';
import type { DesignStep } from '../client/design-store.ts';

/** A step in words, as lists, notices and buttons name it. Its key is data from the workspace, so it may be unknown here. */
export function stepName(i18n: i18n, step: DesignStep): string {
  if (!i18n.exists(step.nameKey)) return i18n.t('shell:step');
  const translate = i18n.t as (key: string, values: Record<string, string | number>) => string;
  return translate(step.nameKey, step.parameters);
}
