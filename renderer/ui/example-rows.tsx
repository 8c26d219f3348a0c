import './example-rows.css';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../shared/schemas/figures.ts';
import { describeWorking } from '../format/describe-working.ts';
import { useFormat } from '../format/use-format.ts';
import { useMeasureWords } from '../format/use-measure-words.ts';
import { useRecordNames } from '../format/use-record-names.ts';

type Example = MeasureFigures['examples'][number];

/** Where one account's value came from: its rows with those that count marked, how many more, and the arithmetic. */
export function ExampleRows({ example }: { readonly example: Example }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const { measureName } = useMeasureWords();
  const { value, working, rows, more, moreUsed } = example;
  const rest = more === 0 ? null : moreUsed === more ? 'more' : moreUsed === 0 ? 'moreNone' : 'moreSome';
  return (
    <div className="example-rows" data-testid="example-rows">
      {working !== null && value !== null && (
        <p className="example-working">
          {describeWorking(working, value, { t, number: format.number, day: format.day, measureName })}
        </p>
      )}
      <ul aria-label={t('editor.exampleRows')}>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one day may be equal
          <ExampleRow key={i} row={row} />
        ))}
        {rest !== null && (
          <li>{t(`working.${rest}`, { n: format.number(more, 0), used: format.number(moreUsed, 0) })}</li>
        )}
      </ul>
    </div>
  );
}

function ExampleRow({ row }: { readonly row: Example['rows'][number] }) {
  const { t } = useTranslation('measures');
  const format = useFormat();
  const { sourceName } = useRecordNames();
  return (
    <li data-used={row.used || undefined}>
      <span role="img" aria-label={t(row.used ? 'working.used' : 'working.notUsed')}>
        {row.used ? '●' : '○'}
      </span>{' '}
      {[
        row.day === null ? t('editor.exampleUndated') : format.day(row.day),
        sourceName(row.source),
        row.value === null ? row.text || t('editor.exampleBlank') : format.number(row.value, 3),
      ].join(' · ')}
    </li>
  );
}
