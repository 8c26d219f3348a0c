import type { SameKeys } from '../catalogue.ts';
import type { jaMeasuresExplorer } from '../ja/measures-explorer.ts';

export const enMeasuresExplorer: SameKeys<typeof jaMeasuresExplorer> = {
  tabs: {
    label: 'Ways to look at measures',
    table: 'Table',
    correlation: 'Similar measures',
    predictive: 'Signal × action',
  },
  loading: 'Computing what chance reaches and which measures say the same (shuffles)',
  stopped: 'The noise floor was stopped. KS, IV and the measures that say the same are not here yet.',
  resume: 'Compute the rest',
  refreshing: 'Computing new values. Those shown are from before the change.',
  scopeFlagged:
    'List without dates: {{accounts}}, {{churners}}. Not the values of a past day, so it cannot say whether churn was seen coming.',
  scope:
    'Design window {{first}} to {{last}}, {{rows}}, {{churners}}. Optimistic, since the design is drawn on them. The test window stays closed.',
  column: {
    ks: 'KS',
    iv: 'IV',
    stale: 'Out of date',
    cluster: 'Similar',
    actionable: 'Movable',
    caution: 'Flags',
  },
  columnHelp: {
    name: 'Below the name, how it is computed in one sentence.',
    histogram:
      'Orange: churned, blue: kept. Each is drawn as a share of its own total. Sorts by how far apart the two shapes are.',
    fifths:
      'Accounts in five groups from low to high values: churn rate with its 95 % interval. Bars start at 0. Sorts by the highest rate minus the lowest.',
    auc: '.5 is chance, 1 separates perfectly. The line is the 95 % interval, the grey band what chance reaches in 1 of 20 cases. The direction is said in words.',
    ks: 'The widest gap between the cumulative shares of churned and kept (0 to 1).',
    iv: 'Information value. “Chance” below it is what it reaches in 1 of 20 cases when outcomes are shuffled among accounts. An IV that stays below is no sign.',
    missing: 'Share of rows of the design window without a value.',
    stale:
      'Share of rows without a value because the newest was older than allowed. “–”: the measure sets no limit.',
    cluster:
      'Measures that rank accounts alike (mean Spearman |ρ| of .7 or more). One of them keeps the score simple; ★ marks the one to keep.',
    actionable: 'Whether your team can move it. You decide.',
    caution:
      'How many things to check before looking back with it; they stand below the name. Sorts by weight (may leak the outcome, doubtful dates, doubtful name), then by how many.',
  },
  noise: 'chance {{value}}',
  clusterCell: '{{label}} (of {{size}})',
  clusterKeep: '{{label}} ★ (of {{size}})',
  clusterAlone: 'Like no other',
  actionableOf: '“{{name}}” can be moved by action',
  keepHint: {
    title: 'Group {{label}} ranks accounts alike: {{names}}.',
    signal: 'Keep “{{keep}}”: of these it tells churn apart best.',
    missing: 'Keep “{{keep}}”: it tells churn apart as well and has the fewest gaps.',
    first: 'Keep “{{keep}}”: signal and gaps are equal, and it was made first.',
  },
  flip: 'Change to: {{direction}}',
  flipOf: 'Change “{{name}}” to: {{direction}}',
  flag: {
    onlyAroundChurn: 'Only around churn',
    rowsAfterChurn: 'Values after churn',
    knownAfterOutcome: 'Known after churn',
    periodStartDates: 'First-of-month dates',
    backDatedNote: 'Back-dated entries',
  },
  flagHelp: {
    aroundChurn:
      'Of {{total}} with a value, {{churned}} are about to churn. Check that it isn’t written after they left (a churn reason, say).',
  },
  map: {
    text: 'How alike two measures rank accounts (Spearman’s ρ): 1 in the same order, −1 in the opposite one, 0 unrelated. Frames are groups that say the same. Choose a cell to open its measure.',
    label: 'Correlation map of {{count}} measures.',
    none: 'Two measures or more are needed to compare.',
    cell: '{{a}}\n{{b}}\nρ {{rho}}',
    undefinedCell: '{{a}}\n{{b}}\nρ is undefined (a constant, or too few rows have both)',
    low: 'opposite order',
    high: 'same order',
    hints: 'Which to keep of each group',
    noHints: 'No measures say the same: each looks at something else.',
    open: 'Open “{{name}}”',
  },
  predictive: {
    text: 'Further right tells churn apart better; the upper lane can be moved by action. Use the upper right first, the lower right to notice. Grey bands show what chance reaches, lines the 95 % interval.',
    label: '{{count}} measures by how well they tell churn apart and whether you can act on them.',
    actionable: 'Can be moved',
    fixed: 'Can’t be moved',
    axis: 'Ranking (AUC)',
    tip: '{{name}}\nAUC {{auc}} {{interval}}\nchance reaches {{noise}}\n{{healthier}}',
    above: 'above chance',
    half: 'one of two above chance (AUC, IV)',
    within: 'not told from chance',
    leftOut: 'Without an AUC: {{names}}',
    noneSettled:
      'No measure above chance is marked as actionable yet. Tick “Action” in the table and it moves to the upper lane.',
  },
  view: {
    back: 'Back to the table',
    edit: 'Edit',
    gone: 'This measure is gone.',
    other: 'Japanese:',
    facts: 'How well it tells churn apart',
    direction: 'Healthy direction',
    usedIn: 'Used in',
    usedNone: 'In no scorecard',
    ks: 'KS (gap)',
    iv: 'IV (information value)',
    missing: 'Missing',
    stale: 'Out of date',
    cluster: 'Similar',
    restsOn: 'From {{churners}}, {{rows}} with a value (of {{allChurners}}, {{allRows}})',
    floor: {
      above:
        'When outcomes are shuffled among accounts ({{shuffles}} times), 1 in 20 reaches AUC {{auc}} or IV {{iv}}. This measure (AUC {{ownAuc}}, IV {{ownIv}}) is above both.',
      within:
        'When outcomes are shuffled among accounts ({{shuffles}} times), 1 in 20 reaches AUC {{auc}} or IV {{iv}}. This measure (AUC {{ownAuc}}, IV {{ownIv}}) is within what chance gives.',
      half: 'When outcomes are shuffled among accounts ({{shuffles}} times), 1 in 20 reaches AUC {{auc}} or IV {{iv}}. This measure (AUC {{ownAuc}}, IV {{ownIv}}) passes only one of the two: not settled.',
      none: 'No noise floor: too few churned accounts, or a constant.',
      waiting: 'Computing what chance reaches.',
    },
    histogram: 'Distribution of values, churned and kept',
    bins: 'Churn rate by value',
    binsHelp:
      'Values in up to ten bins, each with the share of rows that churned and its 95 % interval. n counts rows.',
    binsLabel: 'Churn rate by bin: {{rates}}',
    binTip: '{{range}}\nchurn rate {{rate}} {{interval}}\n{{positives}} of {{rows}} churned ({{accounts}})',
    missingBin: 'no value',
    byDate: 'AUC by as-of date',
    byDateHelp:
      'How well it tells churn apart at each date, with the 95 % interval (DeLong). Where it swings, don’t trust the pooled figure too much.',
    byDateLabel: 'AUC at each of {{count}} as-of dates of the design window.',
    byDateTip: '{{day}}\nAUC {{auc}} {{interval}}\n{{positives}} churned, {{kept}} kept',
    byDateNone: 'No as-of date has two churned accounts, so there is no figure by date.',
    history: 'Median over time',
    historyHelp:
      'The median at each as-of date, and the band that holds the middle half of accounts. A step may mean that counting changed. Grey behind: the design window.',
    historyLabel: 'Median from {{first}} to {{last}}.',
    historyTip:
      '{{day}}\nmedian {{median}} (middle half {{low}} to {{high}})\n{{withValue}} of {{accounts}} have a value',
    median: 'Median',
    middle: 'Middle half',
    examplesFlagged: 'Three accounts of the list, with the rows their values came from',
    examples: 'Three accounts as of the newest date ({{date}}), with the rows their values came from',
  },
};
