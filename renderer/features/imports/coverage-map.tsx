import { type KeyboardEvent, memo, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import {
  type CoverageCell,
  type CoverageMap as CoverageRows,
  monthOfYear,
  nextCoverageCell,
} from './build-coverage.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * A heat map that is a table: metric × month, the share of active accounts with a value as shade and number. The cell
 * under the pointer or the focus is said in words above; arrow keys move from cell to cell.
 */
export function CoverageMap({ map }: { readonly map: CoverageRows }) {
  const { t } = useTranslation('data');
  const months = map.rows[0]?.cells ?? [];
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: months.length - 1 });
  const [isSaid, setSaid] = useState(false);
  const choose = useCallback((row: number, column: number) => {
    setAt({ row, column });
    setSaid(true);
  }, []);
  const press = (event: KeyboardEvent) => {
    const next = nextCoverageCell(event.key, at, { rows: map.rows.length, columns: months.length });
    if (next === null) return;
    event.preventDefault();
    body.current?.rows[next.row]?.cells[next.column + 1]?.focus();
  };
  const said = map.rows[at.row]?.cells[at.column];
  return (
    <div>
      <p className="coverage-said" data-testid="coverage-said" aria-live="polite">
        {isSaid && said !== undefined ? (
          <CellText metric={map.rows[at.row]?.metric ?? ''} cell={said} />
        ) : (
          t('coverage.hint')
        )}
      </p>
      <div className="coverage">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved through with arrow keys */}
        <table role="grid" aria-label={t('coverage.title')}>
          <CoverageHead map={map} />
          <tbody ref={body} onKeyDown={press}>
            {map.rows.map(({ metric, cells }, row) => (
              <tr key={metric}>
                <th scope="row" title={metric}>
                  {metric}
                </th>
                {cells.map((cell, column) => (
                  <Cell
                    key={cell.month}
                    metric={metric}
                    cell={cell}
                    isStop={row === at.row && column === at.column}
                    row={row}
                    column={column}
                    onChoose={choose}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CoverageKey />
    </div>
  );
}

function CoverageHead({ map }: { readonly map: CoverageRows }) {
  return (
    <thead>
      <tr>
        <td />
        {map.years.map(({ year, months: span }) => (
          <th key={year} colSpan={span} scope="colgroup">
            {year}
          </th>
        ))}
      </tr>
      <tr>
        <td />
        {map.rows[0]?.cells.map(({ month }) => (
          <th key={month} scope="col">
            {monthOfYear(month)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CoverageKey() {
  const { t } = useTranslation('data');
  return (
    <p className="coverage-key">
      <span>0 %</span>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <i key={share} aria-hidden style={{ background: shadeOf(share) }} />
      ))}
      <span>100 %</span>
      <i aria-hidden className="coverage-none" />
      <span>{t('coverage.noAccounts')}</span>
    </p>
  );
}

interface CellProps {
  readonly metric: string;
  readonly cell: CoverageCell;
  /** The one cell that Tab reaches. */
  readonly isStop: boolean;
  readonly row: number;
  readonly column: number;
  readonly onChoose: (row: number, column: number) => void;
}

/** Kept while nothing of it changes: a long map has thousands. */
const Cell = memo(function Cell({ metric, cell, isStop, row, column, onChoose }: CellProps) {
  const chosen = () => onChoose(row, column);
  const { share } = cell;
  const shared = {
    title: useCellText(metric, cell),
    tabIndex: isStop ? 0 : -1,
    onFocus: chosen,
    onPointerEnter: chosen,
  };
  if (share === null) {
    return (
      <td {...shared} className="coverage-none">
        –
      </td>
    );
  }
  const style = { background: shadeOf(share), color: share > 0.55 ? '#ffffff' : 'inherit' };
  return (
    <td {...shared} style={style}>
      {Math.round(share * 100)}
    </td>
  );
});

function CellText({ metric, cell }: { readonly metric: string; readonly cell: CoverageCell }) {
  return <>{useCellText(metric, cell)}</>;
}

function useCellText(metric: string, { accounts, active, month }: CoverageCell): string {
  const { t } = useTranslation('data');
  const format = useFormat();
  const numbers = { accounts: format.number(accounts, 0), active: format.number(active, 0) };
  return t('coverage.cell', { metric, month: format.month(month), ...numbers });
}

/** One hue: the deeper, the fuller. */
function shadeOf(share: number): string {
  return `color-mix(in srgb, #00578a ${Math.round(share * 100)}%, var(--mantine-color-body))`;
}
