import { sealTiming } from '../../../shared/lifecycle/seal-timing.ts';
import { openSeal, readBody } from '../lifecycle/stored-seal.ts';
import type { Database } from '../store/database.ts';
import { loadSealContent, loadSeals, type SealRecord } from '../store/seal-table.ts';
import { dayCell, type ExportCell, type ExportTable, exportPlan } from './export-plans.ts';

const columns = [
  'seal',
  'sha256',
  'intact',
  'version',
  'version_name',
  'design_hash',
  'sealed_at',
  'as_of',
  'known_through',
  'counts_from',
  'counts_to',
  'account_id',
  'score',
  'band',
];

/** Sealed predictions, one row an account: to read, not to import again, since a seal is made once. */
export function sealTables(database: Database): ExportTable[] {
  const seals = loadSeals(database, null);
  if (seals.length === 0) return [];
  const plan = exportPlan(
    'accounts',
    columns.map((name) => ({ role: 'ignore', name })),
  );
  const rows = function* () {
    for (const record of seals) yield* sealRows(database, record);
  };
  return [{ name: 'sealed-predictions.csv', plan, rows, isReadOnly: true }];
}

/** Nothing of a seal whose content is no content any more. */
function* sealRows(database: Database, record: SealRecord): Generator<ExportCell[]> {
  const body = readBody(record);
  if (body === null) return;
  const { rows } = loadSealContent(database, record);
  const intact = openSeal(database, record) === null ? 'no' : 'yes';
  const { version, asOf, knownThrough, sealedAt, settings, scorecard } = body;
  const { from, to } = sealTiming({ asOf, ...settings }, knownThrough);
  const head = [
    ...[record.id, record.sha256, intact, version.number, version.name, version.designHash, sealedAt],
    ...[asOf, knownThrough, from, to].map((day) => dayCell(day)),
  ];
  for (const { accountId, tenths, bandId } of rows) {
    const band = scorecard.bands.find(({ id }) => id === bandId);
    const label = band === undefined ? '' : band.label === '' ? band.symbol : band.label;
    yield [...head, accountId, tenths === null ? null : tenths / 10, label];
  }
}
