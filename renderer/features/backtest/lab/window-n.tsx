import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { DrillNumber } from '../drill-number.tsx';
import { useRun } from '../run-context.ts';

/** "n = 25 churned, 2,409 rows" of the judged window: both open their accounts. */
export function WindowN({ churners, rows }: { readonly churners: number; readonly rows: number }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const { windowName } = useRun();
  return (
    <span className="nowrap">
      {t('basis')}{' '}
      <DrillNumber
        count={churners}
        value={format.count(churners, 'churner')}
        what={t('cases.drill')}
        cell={{ type: 'churners', threshold: null, which: 'all' }}
        window={windowName}
      />
      {' · '}
      <DrillNumber
        count={rows}
        value={format.count(rows, 'row')}
        what={t('charts.scoredRows')}
        cell={{ type: 'rows', label: 'both', scored: 'scored' }}
        window={windowName}
      />
    </span>
  );
}
