import type { TFunction } from 'i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { Format } from '../../format/use-format.ts';

/** The churners and rows with a value that a measure's AUC, KS and IV rest on, of all of the window. */
export function restsOn(figures: MeasureFigures, t: TFunction<'measures'>, { count }: Format): string {
  return t('explorer.view.restsOn', {
    churners: count(figures.churnersWithValue, 'churner'),
    rows: count(figures.rows - figures.missingRows, 'row'),
    allChurners: count(figures.churners, 'churner'),
    allRows: count(figures.rows, 'row'),
  });
}
