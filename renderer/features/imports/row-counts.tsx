import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

export interface Counts {
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsReplaced: number;
  readonly rowsUnchanged: number;
  readonly rowsRejected: number;
}

export interface RowCountsProps {
  readonly counts: Counts;
  readonly isSmall?: boolean;
}

/** Rows read = rows kept + rows not kept, as a bar and as the sum it is. */
export function RowCounts({ counts, isSmall = false }: RowCountsProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const rows = (value: number) => format.number(value, 0);
  const { rowsRead, rowsKept, rowsReplaced, rowsUnchanged, rowsRejected } = counts;
  const added = rowsKept - rowsReplaced - rowsUnchanged;
  const share = (value: number) => `${rowsRead === 0 ? 0 : (100 * value) / rowsRead}%`;
  const parts = [
    { name: 'added', value: added },
    { name: 'replaced', value: rowsReplaced },
    { name: 'unchanged', value: rowsUnchanged },
  ] as const;
  return (
    <div className="row-counts" data-testid="row-counts">
      <Text size={isSmall ? 'xs' : 'sm'}>
        {t('counts.sum', { read: rows(rowsRead), kept: rows(rowsKept), rejected: rows(rowsRejected) })}
      </Text>
      <div className="row-bar" aria-hidden>
        {parts.map(({ name, value }) => (
          <span key={name} data-part={name} style={{ width: share(value) }} />
        ))}
        <span data-part="rejected" style={{ width: share(rowsRejected) }} />
      </div>
      <ul className="row-parts">
        {parts.map(({ name, value }) => (
          <li key={name} data-part={name}>
            {t(`counts.${name}`, { value: rows(value) })}
          </li>
        ))}
        <li data-part="rejected">{t('counts.rejected', { value: rows(rowsRejected) })}</li>
      </ul>
    </div>
  );
}
