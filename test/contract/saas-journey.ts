import { join } from 'node:path';
import type { ImportBatch } from '../../shared/schemas/workspace-state.ts';
import { isoDay, saasMeasures, saasScorecard } from '../helpers/saas-panel.ts';
import type { ContractClient } from './hosts.ts';

const files = ['customers.csv', 'subscriptions.csv', 'usage_metrics.csv', 'support_tickets.csv'] as const;

/** Imports the four files with the plans that the app suggests; returns the batches they made. */
export async function importSaasPanel(
  client: ContractClient,
  folder: string,
  options: { readonly expectBatch: boolean } = { expectBatch: true },
): Promise<ImportBatch[]> {
  const batches: ImportBatch[] = [];
  for (const name of files) {
    const token = await client.addFile(join(folder, name));
    const preview = await client.get('imports.preview', { token, options: {} });
    const plan = preview.suggestion;
    const check = await client.get('imports.check', { token, plan, taskId: `check-${name}` });
    if (check.rowsRead !== check.rowsKept + check.rowsRejected) throw new Error(`${name}: rows were lost`);
    const done = await client.get('imports.commit', { token, plan, taskId: `import-${name}` });
    if ((done.batch !== null) !== options.expectBatch) throw new Error(`${name}: ${JSON.stringify(done)}`);
    if (done.batch !== null) batches.push(done.batch);
  }
  return batches;
}

/** Commits the reference scorecard and its measures; returns its id. */
export async function buildSaasDesign(client: ContractClient): Promise<string> {
  const measures = ['sessions_last_month_0', 'unresolved_90d', 'tenure_days'].flatMap(
    (id) => saasMeasures.get(id) ?? [],
  );
  await client.get('design.commit', {
    nameKey: 'step.test',
    parameters: {},
    screen: 'scorecard',
    changes: [
      ...measures.map((body) => ({ kind: 'measure' as const, id: body.id, body })),
      { kind: 'scorecard', id: saasScorecard.id, body: saasScorecard },
    ],
  });
  return saasScorecard.id;
}

/** A back-test on typed dates, without a split. */
export function backtestAt(
  client: ContractClient,
  scorecardId: string,
  days: number[],
  reach: { readonly gapDays: number; readonly horizonDays: number },
) {
  const settings = {
    schedule: { type: 'typed' as const, days },
    ...reach,
    minimumTenureDays: 0,
    outcomeDate: 'effective' as const,
    knownThrough: isoDay('2023-12-31'),
    testFrom: null,
    capacityPerAsOf: 12,
    seed: 1,
  };
  return client.get('backtests.run', { scorecardId, settings, taskId: `backtest-${days.join()}` });
}
