import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  meanAucs,
  measureCoverage,
  type PanelWorld,
  panelTruth,
  solveIntercept,
} from '../helpers/simulate-panels.ts';
import { isSaidToRankAlike, judgeWorlds, runLedgers, verdictWorlds } from '../helpers/simulate-verdicts.ts';
import { printTable } from './scoring.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/**
 * Simulates worlds whose truth is known and prints how often intervals and verdicts are right: the tables of
 * `shared/README.md`. Seeded, some minutes.
 * @param scale 1 = 1,000 panels and worlds each, 200 ledgers
 */
export function simulate(scale: number): void {
  const started = performance.now();
  printCoverage(Math.round(1000 * scale), Math.round(300_000 * Math.min(1, scale)));
  printCalendars(Math.round(1000 * scale));
  printVerdicts(Math.round(1000 * scale));
  printLedgers(Math.round(200 * scale));
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function printCoverage(panels: number, accounts: number): void {
  const worlds: PanelWorld[] = [0.5, 0.7].flatMap((rho) =>
    [1, 1.6].flatMap((slope) =>
      [30, 12].flatMap((churners) =>
        [2, 3].map((horizonMonths) => ({ rho, slope, churners, horizonMonths })),
      ),
    ),
  );
  const all = new Map([30, 12].map((churners) => [churners, { auc: 0, difference: 0, byRow: 0, worlds: 0 }]));
  const rows = worlds.map((world, w) => {
    const intercept = solveIntercept(world);
    const truth = panelTruth(world, intercept, accounts, 1000 + w);
    const held = measureCoverage(world, truth, { intercept, panels, seed: 2000 + w });
    const sums = all.get(world.churners)!;
    sums.worlds++;
    for (const key of ['auc', 'difference', 'byRow'] as const) sums[key] += held[key];
    return [
      `ρ ${world.rho}  β1 ${world.slope}  ${world.churners} churners  ${world.horizonMonths} months`,
      truth.auc.toFixed(3),
      truth.difference.toFixed(3),
      held.meanChurners.toFixed(1),
      percent(held.auc),
      percent(held.difference),
      percent(held.byRow),
      String(held.none),
    ];
  });
  for (const [churners, { worlds: count, ...sums }] of all) {
    const means = [sums.auc, sums.difference, sums.byRow].map((sum) => percent(sum / count));
    rows.push([`all at ${churners} churners`, '', '', '', ...means, '']);
  }
  printTable({
    title: `coverage of 95 % intervals, ${panels} panels each of 300 accounts × 12 months (by-row DeLong: negative control)`,
    head: [
      'world',
      'AUC',
      'difference',
      'churners',
      'AUC held',
      'difference held',
      'by-row held',
      'no interval',
    ],
    rows,
  });
}

function printCalendars(panels: number): void {
  const rows = (['season', 'growth'] as const).map((calendar) => {
    const world: PanelWorld = { rho: 0.5, slope: 0, churners: 60, horizonMonths: 2, calendar };
    const found = meanAucs(world, { intercept: solveIntercept(world), panels, seed: 31 });
    return [calendar, found.sameDate.toFixed(3), found.allPairs.toFixed(3)];
  });
  printTable({
    title: `a calendar effect without account signal, mean AUC of ${panels} panels`,
    head: ['world', 'pooled by date', 'all pairs'],
    rows,
  });
}

function printVerdicts(worlds: number): void {
  const rows = verdictWorlds.map((world, w) => {
    const shares = judgeWorlds(world, worlds, 4000 + w);
    return [
      `${world.name}  .${world.score * 100} vs ${world.baselines.map((auc) => `.${auc * 100}`).join(' ')}  ${world.churners}/${world.accounts}`,
      ...[shares.works, shares.worse, shares.noBetter, shares.cannotTell, shares.pickedWorse].map(percent),
    ];
  });
  const alike = Array.from({ length: worlds }, (_, w) => isSaidToRankAlike(w)).filter(Boolean).length;
  rows.push([`g  same ranking: said so`, percent(alike / worlds), '–', '–', '–', '–']);
  printTable({
    title: `verdicts, ${worlds} worlds each (last column: negative control, best baseline picked on the same data)`,
    head: ['world', 'works', 'worse', 'no better', 'cannot tell', 'picked: worse'],
    rows,
  });
}

function printLedgers(worlds: number): void {
  const rows = [
    { accounts: 200, churners: 20 },
    { accounts: 300, churners: 30 },
  ].map((size, s) => {
    const found = runLedgers({ worlds, ...size }, { seed: 5000 + s, shuffles: 200 });
    return [
      `${size.accounts} accounts, ${size.churners} churners`,
      found.reached.toFixed(3),
      found.line.toFixed(3),
      found.ratio.toFixed(2),
      percent(found.above),
      percent(found.freshAbove),
    ];
  });
  printTable({
    title: `the trial ledger on noise, ${worlds} worlds each: 8 measures, learnt directions and 49 weight steps`,
    head: ['world', 'reached', 'luck line', 'ratio', 'above 95th', 'fresh above 95th'],
    rows,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) simulate(Number(process.argv[2] ?? 1));
