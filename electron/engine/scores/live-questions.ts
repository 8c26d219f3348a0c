import { horizonOverlap } from '../../../shared/backtest/band-figures.ts';
import { daysBetweenDates } from '../../../shared/backtest/build-schedule.ts';
import { rowsOfWindow } from '../../../shared/backtest/choose-split.ts';
import { isCrossSection } from '../../../shared/backtest/cross-section.ts';
import { rowContext } from '../../../shared/backtest/score-design.ts';
import { decisionRows } from '../../../shared/backtest/window-figures.ts';
import { selectRows, selectScored } from '../../../shared/backtest/window-rows.ts';
import type { ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { isHopedFor } from '../../../shared/schemas/outcome-kinds.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { accountContexts } from '../../../shared/scoring/account-context.ts';
import { alarmBound } from '../../../shared/scoring/find-band.ts';
import { LiveScorer, NOT_SCORED, type RowContext } from '../../../shared/scoring/live-scorer.ts';
import { patternCell, patternMeasures } from '../../../shared/scoring/patterns.ts';
import { type AccountScore, scoreAccount } from '../../../shared/scoring/score-account.ts';
import { matchesVariant } from '../../../shared/scoring/variants.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';
import { suggestThresholdByCost } from '../../../shared/suggestions/suggest-threshold.ts';
import { countChurnedAccounts, suggestionGate } from '../../../shared/suggestions/suggestion-gate.ts';
import { bandIdOf } from './describe-account.ts';
import { explainMove } from './explain-move.ts';
import type { LiveSessionInput } from './live-session.ts';

type Found = ChannelOutput<'live.bounds'>['found'];
type Pattern = ChannelPayload<'live.pattern'>['pattern'];
type CostMethod = Extract<ChannelPayload<'live.bounds'>['method'], { type: 'cost' }>;

const MOST_ROWS = 500;
const EXAMPLES = 3;

/**
 * Answers about the accounts behind a session's figures, asked one at a time beside the stream of edits. It shares the
 * session's rows and columns and keeps no state of its own, so it never slows or changes what the hand sees.
 */
export class LiveQuestions {
  readonly #input: LiveSessionInput;
  readonly #todayContext: RowContext;

  constructor(input: LiveSessionInput) {
    this.#input = input;
    const { dataset, todayPanel, todayColumns, context } = input;
    this.#todayContext = rowContext(dataset, todayPanel, todayColumns, context.churned);
  }

  /** False when a measure of the pattern has no column here. */
  holdsPattern(pattern: Pattern): boolean {
    const { designColumns } = this.#input;
    return patternMeasures({ patterns: [{ ...pattern, id: '', name: '', cells: [] }] }).every((id) =>
      designColumns.has(id),
    );
  }

  changes(before: Scorecard, after: Scorecard): ChannelOutput<'live.changes'> {
    const [a, b] = [this.#today(before), this.#today(after)];
    const bandOf = (card: Scorecard, score: AccountScore) => bandIdOf(card, points(score.scoreTenths));
    const moved = a.flatMap((old, r) => {
      const now = b[r]!;
      const [from, to] = [bandOf(before, old), bandOf(after, now)];
      if (from === to) return [];
      return {
        ...this.#nameOf(r),
        from: { score: points(old.scoreTenths), bandId: from },
        to: { score: points(now.scoreTenths), bandId: to },
        reason: explainMove({ scorecard: before, score: old }, { scorecard: after, score: now }),
      };
    });
    const size = (move: (typeof moved)[number]) => Math.abs((move.to.score ?? 0) - (move.from.score ?? 0));
    moved.sort((x, y) => size(y) - size(x));
    return {
      asOf: this.#asOf(),
      accounts: a.length,
      total: moved.length,
      rows: moved.slice(0, MOST_ROWS),
      bandsBefore: before.bands,
    };
  }

  bites(scorecard: Scorecard, exceptionId: string): ChannelOutput<'live.bites'> {
    const measureId = scorecard.exceptions?.find(({ id }) => id === exceptionId)?.condition.measureId ?? '';
    const values = this.#input.todayColumns.get(measureId);
    const rows = this.#today(scorecard).flatMap(({ bites }, r) => {
      const bite = bites.find((other) => other.exceptionId === exceptionId);
      if (bite === undefined) return [];
      const value = values?.[r] ?? Number.NaN;
      return {
        ...this.#nameOf(r),
        value: Number.isNaN(value) ? null : value,
        from: bite.from / 10,
        to: bite.to / 10,
      };
    });
    return { asOf: this.#asOf(), total: rows.length, rows: rows.slice(0, MOST_ROWS) };
  }

  conflicts({ variants = [] }: Scorecard): ChannelOutput<'live.conflicts'> {
    const { subjects } = this.#todayContext;
    const rows = Array.from(this.#input.todayPanel.account, (account, r) => ({
      ...this.#nameOf(r),
      variantIds: variants
        .filter((variant) =>
          matchesVariant(variant, subjects.tenureDays[r]!, (name) =>
            subjects.attribute.at(name, account, subjects.asOf[r]!),
          ),
        )
        .map(({ id }) => id),
    })).filter(({ variantIds }) => variantIds.length > 1);
    return { asOf: this.#asOf(), total: rows.length, rows: rows.slice(0, MOST_ROWS) };
  }

  /** An override never changes a score, so this is the design as it is. */
  overrides(scorecard: Scorecard): ChannelOutput<'live.overrides'> {
    const wanted = new Set(scorecard.overrides?.map(({ accountId }) => accountId));
    const { todayColumns, todayPanel } = this.#input;
    const contextAt = accountContexts(scorecard, this.#todayContext);
    const rows = Array.from(todayPanel.account.keys()).flatMap((r) => {
      const named = this.#nameOf(r);
      if (!wanted.has(named.accountId)) return [];
      const valueFor = (id: string) => todayColumns.get(id)?.[r] ?? Number.NaN;
      const score = points(scoreAccount(scorecard, valueFor, contextAt(r)).scoreTenths);
      return { ...named, score, bandId: bandIdOf(scorecard, score) };
    });
    return { asOf: this.#asOf(), rows };
  }

  pattern(pattern: Pattern): ChannelOutput<'live.pattern'> {
    const { designPanel, designColumns, todayColumns, todayPanel, settings } = this.#input;
    const overlap = horizonOverlap(settings.horizonDays, daysBetweenDates(settings.schedule));
    const cells = Array.from({ length: 4 }, () => ({
      ...{ rows: 0, positives: 0, accountsToday: 0 },
      examples: [] as { accountId: string; name: string }[],
    }));
    const cellAt = (columns: ReadonlyMap<string, Float64Array>, r: number) => {
      const cell = patternCell(pattern, (id) => columns.get(id)?.[r] ?? Number.NaN);
      return cell === null ? null : cells[cell]!;
    };
    const rows = selectRows(designPanel, this.#designRows());
    rows.row.forEach((r, i) => {
      const cell = cellAt(designColumns, r);
      if (cell === null) return;
      cell.rows++;
      cell.positives += rows.positive[i]!;
    });
    let missingToday = 0;
    for (let r = 0; r < todayPanel.account.length; r++) {
      const cell = cellAt(todayColumns, r);
      if (cell === null) missingToday++;
      else if (cell.accountsToday++ < EXAMPLES) cell.examples.push(this.#nameOf(r));
    }
    return {
      asOf: this.#asOf(),
      missingToday,
      cells: cells.map((cell) => {
        const interval = wilson(cell.positives / overlap, cell.rows / overlap);
        const rate = cell.rows === 0 ? null : cell.positives / cell.rows;
        return { ...cell, rate, low: interval?.low ?? null, high: interval?.high ?? null };
      }),
    };
  }

  /** Counts alarms (of a hoped-for outcome: the top band) on the test window's dates; what became of those accounts is not read. */
  alarms(scorecard: Scorecard): ChannelOutput<'live.alarms'> {
    const { designPanel, windows } = this.#input;
    const scores = this.#designScores(scorecard);
    const isHoped = isHopedFor(this.#input.settings.outcome);
    const bound = isHoped ? Math.round(scorecard.bands[0]!.lowerBound * 10) : alarmBound(scorecard.bands);
    const dates = new Map<number, { asOf: number; alarms: number; scored: number }>();
    designPanel.asOfDays.forEach((asOf, s) => {
      if (windows[s] === 'test') dates.set(s, { asOf, alarms: 0, scored: 0 });
    });
    designPanel.snapshot.forEach((s, r) => {
      const date = dates.get(s);
      if (date === undefined || scores[r] === NOT_SCORED) return;
      date.scored++;
      if (scores[r]! < bound !== isHoped) date.alarms++;
    });
    return { dates: [...dates.values()] };
  }

  /** The bound of least cost over the design window's scored rows. */
  costBound(scorecard: Scorecard, { missCost, callCost }: CostMethod): Found {
    const { designPanel } = this.#input;
    const rows = selectScored(selectRows(designPanel, this.#designRows()), this.#designScores(scorecard));
    if (rows.row.length === 0) return null;
    const place = new Map(Array.from(rows.row, (r, i) => [r, i]));
    const decisions = decisionRows(designPanel, rows).flatMap((r) => place.get(r) ?? []);
    const churners = countChurnedAccounts(rows);
    const found = suggestThresholdByCost(rows, decisions, {
      missCost,
      callCost,
      gate: suggestionGate(churners),
    });
    if (found.type === 'gated') return { type: 'gated', churners };
    const { bound, cost, calls, misses, costs } = found;
    return {
      ...{ type: 'cost', bound, cost, calls, misses, churners: found.churners },
      dates: new Set(rows.snapshot).size,
      curve: Array.from({ length: 101 }, (_, i) => costs[i * 10]!),
    };
  }

  #designRows(): Int32Array {
    return rowsOfWindow(this.#input.designPanel, this.#input.windows, ['design', 'all']);
  }

  #designScores(scorecard: Scorecard): Int16Array {
    const { designColumns, designPanel, context } = this.#input;
    return new LiveScorer(designColumns, designPanel.account.length, context).score(scorecard);
  }

  /** Today's accounts one by one, with everything that made their scores. */
  #today(scorecard: Scorecard): AccountScore[] {
    const { todayColumns, todayPanel } = this.#input;
    const contextAt = accountContexts(scorecard, this.#todayContext);
    return Array.from(todayPanel.account, (_, r) =>
      scoreAccount(scorecard, (id) => todayColumns.get(id)?.[r] ?? Number.NaN, contextAt(r)),
    );
  }

  #nameOf(row: number): { accountId: string; name: string } {
    const { dataset, todayPanel } = this.#input;
    const account = todayPanel.account[row]!;
    return { accountId: dataset.accountIds[account] ?? '', name: dataset.accountNames[account] ?? '' };
  }

  #asOf(): number | null {
    const { settings, todayPanel } = this.#input;
    return isCrossSection(settings) ? null : (todayPanel.asOfDays[0] ?? settings.knownThrough);
  }
}

function points(tenths: number | null): number | null {
  return tenths === null ? null : tenths / 10;
}
