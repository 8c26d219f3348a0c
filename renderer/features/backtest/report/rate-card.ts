import type { Rate } from '../build-threshold.ts';
import { html, type Markup } from './markup.ts';
import { intervalPicture } from './parts.ts';
import type { ReportView } from './report-input.ts';

/** A share with its interval drawn and written, and what it is of. */
export function rateCard(
  { words, isOptimistic }: ReportView,
  label: string,
  { count, total, share, low, high }: Rate,
  unit: 'account' | 'row',
): Markup {
  const { t, format } = words;
  const of = { part: format.number(count, 0), all: format.number(total, 0) };
  return html`<div class="card${isOptimistic ? ' optimistic' : ''}">
<p class="label">${label}</p>
<p class="value">${format.percent(share, 0)}</p>
${intervalPicture(share === null ? null : { value: share, low, high }, { width: 150 })}
<p class="interval-text">${format.interval(low, high, (value) => format.percent(value, 0))}</p>
<p class="n">${t(`report.partOf.${unit}`, of)}</p>
</div>`;
}
