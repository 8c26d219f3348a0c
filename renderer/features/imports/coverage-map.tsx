import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { type CoverageCell, type CoverageMap as CoverageRows, monthOfYear } from './build-coverage.ts';

/** A heat map that is a table: metric × month, the share of active accounts with a value as shade and number. */
export function CoverageMap({ map }: { readonly map: CoverageRows }) {
  const { t } = useTranslation('data');
  const months = map.rows[0]?.cells ?? [];
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long map is scrolled with the arrow keys */}
      <section className="coverage" aria-label={t('coverage.title')} tabIndex={0}>
        <table>
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
              {months.map(({ month }) => (
                <th key={month} scope="col">
                  {monthOfYear(month)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map(({ metric, cells }) => (
              <tr key={metric}>
                <th scope="row" title={metric}>
                  {metric}
                </th>
                {cells.map((cell) => (
                  <Cell key={cell.month} metric={metric} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="coverage-key">
        <span>0 %</span>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <i key={share} aria-hidden style={{ background: shadeOf(share) }} />
        ))}
        <span>100 %</span>
        <i aria-hidden className="coverage-none" />
        <span>{t('coverage.noAccounts')}</span>
      </p>
    </div>
  );
}

function Cell({ metric, cell }: { readonly metric: string; readonly cell: CoverageCell }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const { share, accounts, active, month } = cell;
  const numbers = { accounts: format.number(accounts, 0), active: format.number(active, 0) };
  const title = t('coverage.cell', { metric, month: format.month(month), ...numbers });
  if (share === null) {
    return (
      <td className="coverage-none" title={title}>
        –
      </td>
    );
  }
  return (
    <td title={title} style={{ background: shadeOf(share), color: share > 0.55 ? '#ffffff' : 'inherit' }}>
      {Math.round(share * 100)}
    </td>
  );
}

/** One hue: the deeper, the fuller. */
function shadeOf(share: number): string {
  return `color-mix(in srgb, #00578a ${Math.round(share * 100)}%, var(--mantine-color-body))`;
}
