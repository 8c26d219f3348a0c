import type { ListPage } from './use-list.ts';

/** What goes into the file and what stays out, in accounts. */
export interface ExportSummary {
  readonly written: number;
  /** Of those, without a score: their score, band and reasons are empty. */
  readonly notScored: number;
  /** Under contract on the date, but outside the conditions. */
  readonly outsideConditions: number;
  /** In the data, but not under contract on the date (not started, ended, notice given). */
  readonly outsideContract: number;
}

export function buildExportSummary(
  page: Pick<ListPage, 'total' | 'bandCounts'>,
  underContract: number,
  allAccounts: number,
): ExportSummary {
  return {
    written: page.total,
    notScored: page.bandCounts.find(({ bandId }) => bandId === '')?.accounts ?? 0,
    outsideConditions: Math.max(0, underContract - page.total),
    outsideContract: Math.max(0, allAccounts - underContract),
  };
}

/** How many bands have no next action yet. */
export function withoutAction(bands: readonly { readonly action: string }[]): number {
  return bands.filter(({ action }) => action.trim() === '').length;
}
