import { periodEndOfIndex, periodIndex } from '../../../shared/csv/calendar.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';

export interface MainUsageQuestion {
  readonly proposed: string;
  /** Flows, the one with most values first. */
  readonly choices: readonly string[];
}

export interface LastPeriodQuestion {
  readonly metric: string;
  /** Accounts that have a value in the period before and none in the last. */
  readonly accounts: number;
  readonly end: number;
  /** Last day of the period before. */
  readonly through: number;
}

export interface Questions {
  readonly mainUsage: MainUsageQuestion | null;
  readonly lastPeriod: LastPeriodQuestion | null;
}

type Answers = ChannelOutput<'data.answers'>;

/** What is asked once after an import: the main usage, and whether a thin last period was cut by the export. */
export function buildQuestions(summary: DataSummary, answers: Answers): Questions {
  return { mainUsage: askMainUsage(summary, answers), lastPeriod: askLastPeriod(summary, answers) };
}

function askMainUsage({ metrics, mainUsage }: DataSummary, answers: Answers): MainUsageQuestion | null {
  if (answers.mainUsage || mainUsage === null) return null;
  const flows = metrics.filter(({ kind }) => kind === 'flow').sort((a, b) => b.values - a.values);
  // With one candidate there is nothing to choose.
  if (flows.length < 2) return null;
  return { proposed: mainUsage, choices: flows.map(({ name }) => name) };
}

/** Only a period that reaches the data's end matters: it would be the last one known. */
function askLastPeriod(
  { metrics, findings }: DataSummary,
  { lastPeriod }: Answers,
): LastPeriodQuestion | null {
  const latest = Math.max(...metrics.map(({ lastDay }) => lastDay ?? Number.NEGATIVE_INFINITY));
  for (const { kind, subject, accounts } of findings) {
    const metric = metrics.find(({ name }) => name === subject);
    if (kind !== 'halfExported' || metric === undefined || metric.lastDay === null) continue;
    const index = periodIndex(metric.lastDay, metric.grain);
    const end = periodEndOfIndex(index, metric.grain);
    if (end < latest || lastPeriod?.end === end) continue;
    return { metric: subject, accounts, end, through: periodEndOfIndex(index - 1, metric.grain) };
  }
  return null;
}
