import type { TFunction } from 'i18next';
import type { BacktestFigures, BaselineKey, Estimate } from '../../../shared/schemas/figures.ts';

export type Words = TFunction<readonly ['backtest', 'common']>;

/** The verdict in one sentence, churners first; "Directional only:" in front where the gate says so. */
export function buildVerdictSentence(figures: BacktestFigures, t: Words): string {
  const { verdict } = figures;
  const window = figures.test ?? figures.design;
  const isDirectional = verdict.gate === 'directional';
  const { churners } = verdict;
  const compared = () => ({
    churners,
    baseline: quoteBaseline(verdict.decidedBy ?? 'chance', t),
    evidence: evidenceOf(decidingDifference(figures), t),
  });
  const withDirection = (told: string): string => {
    const direction = isDirectional ? soFar(figures, t) : null;
    return direction === null ? told : t('verdict.toldSoFar', { told, direction });
  };
  const sentence = (): string => {
    switch (verdict.kind) {
      case 'works':
        return t(isDirectional ? 'verdict.worksDirectional' : 'verdict.works', compared());
      case 'worksByLittle':
        return t(isDirectional ? 'verdict.worksByLittleDirectional' : 'verdict.worksByLittle', compared());
      case 'worse':
        return t('verdict.worse', compared());
      case 'slightlyWorse':
        return t('verdict.slightlyWorse', compared());
      case 'noBetter':
        return t('verdict.noBetter', compared());
      case 'cannotTell':
        if (verdict.reason === 'unscored') {
          return t('verdict.cannotTellUnscored', {
            all: window?.churners ?? churners,
            unscored: window?.unscoredChurners ?? 0,
          });
        }
        return withDirection(t('verdict.cannotTell', { churners, outlook: outlookOf(figures, t) }));
      case 'tooFew':
        return t('verdict.tooFew', { count: churners, churners, caught: window?.caught ?? 0 });
      case 'undefined':
        return t(`verdict.undefined.${verdict.reason ?? 'noRows'}`);
      case 'designOnly':
        return t(figures.settings.testFrom === null ? 'verdict.designOnlyChosen' : 'verdict.designOnly', {
          churners,
        });
    }
  };
  const opens = isDirectional && verdict.kind !== 'undefined';
  return opens ? t('verdict.directional', { sentence: withSmallStart(sentence()) }) : sentence();
}

/**
 * What stands on top. Without a split the most that can be said is a promise, and only beyond what luck reaches: then the
 * plain sentence is told below it.
 */
export function buildHeadline(
  figures: BacktestFigures,
  luck: { readonly reached: number; readonly percentile95: number } | null,
  t: Words,
): { readonly headline: string; readonly below: string | null } {
  const sentence = buildVerdictSentence(figures, t);
  const isPromising =
    figures.verdict.kind === 'designOnly' && luck !== null && luck.reached > luck.percentile95;
  return isPromising
    ? { headline: buildPromise(figures, t), below: sentence }
    : { headline: sentence, below: null };
}

/** The strongest verdict without a test window, for a score beyond what luck reaches on the data it was drawn on. */
export function buildPromise({ verdict }: BacktestFigures, t: Words): string {
  const sentence = t('checks.luck.promising', { churners: verdict.churners });
  return verdict.gate === 'directional'
    ? t('verdict.directional', { sentence: withSmallStart(sentence) })
    : sentence;
}

/** A smaller difference of AUC has no side worth naming: its interval holds 0 well within. */
const leastSeen = 0.01;

/** With few churners no verdict but a direction: on which side of the deciding baseline the score lies so far. */
function soFar(figures: BacktestFigures, t: Words): string | null {
  const difference = decidingDifference(figures);
  const { decidedBy } = figures.verdict;
  if (difference === null || decidedBy === null) return null;
  const { value } = difference;
  const side = Math.abs(value) < leastSeen ? 'even' : value > 0 ? 'better' : 'worse';
  return t(`verdict.soFar.${side}`, {
    baseline: quoteBaseline(decidedBy, t),
    evidence: evidenceOf(difference, t),
  });
}

/** What to do next, in one sentence. */
export function buildNextStep(figures: BacktestFigures, t: Words): string {
  const { verdict } = figures;
  if (verdict.kind === 'cannotTell' && verdict.reason === 'unscored') {
    return t('verdict.next.cannotTellUnscored');
  }
  if (verdict.kind === 'designOnly' && figures.settings.testFrom === null) {
    return t('verdict.next.designOnlyChosen');
  }
  return t(`verdict.next.${verdict.kind}`, {
    baseline: quoteBaseline(verdict.decidedBy ?? 'chance', t),
  });
}

/** The paired difference from the baseline that decided; null where none did. */
export function decidingDifference(figures: BacktestFigures): Estimate | null {
  const { decidedBy } = figures.verdict;
  return figures.baselines.find((baseline) => baseline.key === decidedBy)?.difference ?? null;
}

/** 「最終利用からの日数」 / "days since last activity". */
export function quoteBaseline(key: BaselineKey, t: Words): string {
  return t('verdict.against', { name: t(`baseline.name.${key}`) });
}

function evidenceOf(difference: Estimate | null, t: Words): string {
  if (difference === null) return '–';
  const { value, low, high } = difference;
  if (low === null || high === null) {
    return t('verdict.evidencePlain', { difference: writeDifference(value) });
  }
  return t('verdict.evidence', {
    difference: writeDifference(value),
    low: writeDifference(low),
    high: writeDifference(high),
  });
}

function outlookOf({ verdict }: BacktestFigures, t: Words): string {
  if (verdict.moreIs !== 'number' || verdict.moreChurners === null) {
    return t(`verdict.outlook.${verdict.moreIs === 'small' ? 'small' : 'farMore'}`);
  }
  const more = toTwoDigits(verdict.moreChurners);
  if (verdict.months === null) return t('verdict.outlook.number', { more });
  return t('verdict.outlook.numberMonths', { more, months: Math.max(1, toTwoDigits(verdict.months)) });
}

/** 347 → 350, 34.7 → 35, 3.4 → 3: an estimate that rough deserves no third digit, nor a fraction. */
export function toTwoDigits(value: number): number {
  return Math.round(Number(value.toPrecision(2)));
}

/** A difference inside a sentence: +0.06, −0.02; what rounds to nothing has no sign. */
export function writeDifference(value: number): string {
  const text = Math.abs(value).toFixed(3);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** After "Directional only:" an English sentence goes on in lower case. */
function withSmallStart(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
