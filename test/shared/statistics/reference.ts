import { readFileSync } from 'node:fs';

const fixtures = new URL('../../fixtures/', import.meta.url);

export type Univariate = {
  auc: number;
  ks: number;
  average_precision_high: number;
  average_precision_low: number;
  median_churned: number;
  median_retained: number;
  deciles_type7: number[];
  n_missing: number;
  iv: {
    edges: number[];
    churned: number[];
    retained: number[];
    zero_cells: number;
    iv_half_in_zero_bins: number;
    iv_half_everywhere: number;
    iv_drop_zero_bins: number;
  };
};
type Delong = {
  auc: number;
  delong_var: number;
  delong_se: number;
  ci95_lo: number;
  ci95_hi: number;
  ks: number;
};
type Rate = { n: number; churned: number; rate: number; wilson95: [number, number] };
type Threshold = { threshold: number; tp: number; fp: number; fn: number; tn: number };
type Top = {
  k: number;
  lift_tie_expected: number;
  capture_tie_expected: number;
  threshold: number;
  n_tied_at_threshold: number;
};
type CurvePoint = {
  t: number;
  surv: number;
  se_greenwood: number;
  n_risk: number;
  cum_events_in_interval: number;
  log_lo: number;
  log_hi: number;
  loglog_lo: number | null;
  loglog_hi: number | null;
};
export type Curve = { at: CurvePoint[]; median: number | null; n: number; events: number };

type Reference = {
  telco: {
    n: number;
    churned: number;
    wilson95: [number, number];
    univariate: Record<string, Univariate>;
    categorical: Record<string, { levels: Record<string, Rate>; chi2: number; df: number; p: number }>;
    composite_health: {
      bands: Record<string, Rate>;
      risk_thresholds: Threshold[];
      top_decile: Top;
      average_precision: number;
    };
    delong: Record<string, Delong>;
    km_all: Curve;
    km_by_contract: Record<string, Curve>;
    logrank_contract: {
      groups: Record<string, { n: number; observed: number; expected: number }>;
      chisq: number;
      df: number;
    };
    logit_A: {
      n: number;
      coef: Record<string, number>;
      se: Record<string, number>;
      loglik: number;
      loglik_null: number;
    };
    correlation: { spearman_pairwise_complete: Record<string, number> };
  };
  saas_panel: { point_in_time: Record<string, { univariate: Record<string, Univariate> }> };
};

/** Figures made with R and scikit-learn. */
export const reference: Reference = JSON.parse(
  readFileSync(new URL('reference/reference.json', fixtures), 'utf8'),
);

/** Telco's columns by name, as numbers; a blank is NaN. `health` is the reference's composite. */
export const telco = readTelco();

/** A column split by outcome, missing values dropped. */
export function byOutcome(column: readonly number[]): { churned: number[]; kept: number[] } {
  const pick = (flag: number) =>
    column.filter((value, row) => telco.churn[row] === flag && !Number.isNaN(value));
  return { churned: pick(1), kept: pick(0) };
}

/** Telco's file as texts. */
export function telcoRows(): { header: string[]; rows: string[][] } {
  const text = readFileSync(new URL('telco/Telco-Customer-Churn.csv', fixtures), 'utf8');
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return { header, rows };
}

function readTelco() {
  const { header, rows } = telcoRows();
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)]!);
  const numbers = (name: string) =>
    column(name).map((cell) => (cell.trim() === '' ? Number.NaN : Number(cell)));
  const contract = column('Contract');
  const tenure = numbers('tenure');
  const charges = minMax(numbers('MonthlyCharges'));
  const step: Record<string, number> = { 'Month-to-month': 0, 'One year': 0.5, 'Two year': 1 };
  const health = minMax(tenure).map(
    (t, row) => 50 * t + 30 * (1 - charges[row]!) + 20 * step[contract[row]!]!,
  );
  return {
    churn: column('Churn').map((cell) => Number(cell === 'Yes')),
    contract,
    columns: {
      tenure,
      MonthlyCharges: numbers('MonthlyCharges'),
      TotalCharges_num: numbers('TotalCharges'),
      SeniorCitizen: numbers('SeniorCitizen'),
      health,
    } as Record<string, number[]>,
  };
}

function minMax(values: readonly number[]): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return values.map((value) => (value - low) / (high - low));
}
