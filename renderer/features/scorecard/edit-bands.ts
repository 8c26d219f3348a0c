import type { Band, GradingScheme, Scorecard, ScoreException } from '../../../shared/schemas/scorecard.ts';
import { limitOf } from '../../../shared/scoring/exceptions.ts';
import { presetBands } from '../../../shared/scoring/grading-schemes.ts';
import type { ScorecardEdit } from './edit-scorecard.ts';

const grid = 0.1;

/**
 * A preset's bands; actions and owners stay where the score range had them, and so do caps, floors and overrides: each
 * names the new band of the same scores, on the same side of the alarm where there is one. `custom` keeps the bands.
 */
export function setScheme(scheme: GradingScheme, language: 'ja' | 'en'): ScorecardEdit {
  return (card) => {
    if (scheme === 'custom') return { ...card, gradingScheme: scheme };
    const fresh = presetBands(scheme, language);
    const bands = fresh.map((band, i) => {
      const middle = (band.lowerBound + (fresh[i - 1]?.lowerBound ?? 100)) / 2;
      const before = card.bands.find((old) => middle >= old.lowerBound);
      return { ...band, action: before?.action ?? '', owner: before?.owner ?? '' };
    });
    return { ...withRulesOf(card, bands), gradingScheme: scheme, bands };
  };
}

/** The card's caps, floors and overrides with the ids of other bands. A band that was not there is left alone. */
function withRulesOf(card: Scorecard, bands: readonly Band[]): Scorecard {
  const bandFor = (bandId: string, scoreOf: (at: number) => number) => {
    const at = card.bands.findIndex(({ id }) => id === bandId);
    return at < 0 ? bandId : bandLike(bands, scoreOf(at), card.bands[at]!.alarm).id;
  };
  const middle = (at: number) => (card.bands[at]!.lowerBound + (card.bands[at - 1]?.lowerBound ?? 100)) / 2;
  return mapBandIds(card, {
    ofException: (bandId, exception) => bandFor(bandId, () => limitOf(exception, card.bands) / 10),
    ofOverride: (bandId) => bandFor(bandId, middle),
  });
}

/** The band that holds a score; the nearest to it on the same side of the alarm where that one lies on the other. */
function bandLike(bands: readonly Band[], score: number, alarm: boolean): Band {
  const distance = ({ lowerBound }: Band, i: number) =>
    Math.max(0, lowerBound - score, score - ((bands[i - 1]?.lowerBound ?? 100 + grid) - grid));
  const sameSide = bands.some((band) => band.alarm === alarm);
  const candidates = bands
    .map((band, i) => ({ band, away: distance(band, i) }))
    .filter(({ band }) => !sameSide || band.alarm === alarm);
  return candidates.reduce((best, next) => (next.away < best.away ? next : best)).band;
}

function mapBandIds(
  card: Scorecard,
  to: {
    readonly ofException: (bandId: string, exception: ScoreException) => string;
    readonly ofOverride: (bandId: string) => string;
  },
): Scorecard {
  const { exceptions, overrides } = card;
  return {
    ...card,
    ...(exceptions && {
      exceptions: exceptions.map((exception) => {
        const { bandId } = exception.effect;
        if (bandId === undefined) return exception;
        return { ...exception, effect: { ...exception.effect, bandId: to.ofException(bandId, exception) } };
      }),
    }),
    ...(overrides && {
      overrides: overrides.map((override) => ({ ...override, bandId: to.ofOverride(override.bandId) })),
    }),
  };
}

export function editBand(bandId: string, patch: Partial<Omit<Band, 'id' | 'lowerBound'>>): ScorecardEdit {
  return (card) => ({
    ...card,
    bands: card.bands.map((band) => (band.id === bandId ? { ...band, ...patch } : band)),
  });
}

/** Another lower bound on the one-decimal grid, kept between the neighbours; the lowest band stays at 0. */
export function setBound(bandId: string, bound: number): ScorecardEdit {
  return (card) => {
    const at = card.bands.findIndex((band) => band.id === bandId);
    if (at < 0 || at === card.bands.length - 1 || !Number.isFinite(bound)) return card;
    const high = at === 0 ? 100 : card.bands[at - 1]!.lowerBound - grid;
    const low = card.bands[at + 1]!.lowerBound + grid;
    const placed = tenths(Math.min(high, Math.max(low, bound)));
    return custom(
      card,
      card.bands.map((band, i) => (i === at ? { ...band, lowerBound: placed } : band)),
    );
  };
}

/** All lower bounds at once, healthiest first; bounds for another number of bands change nothing. */
export function setBounds(bounds: readonly number[]): ScorecardEdit {
  return (card) => {
    if (bounds.length !== card.bands.length) return card;
    return custom(
      card,
      card.bands.map((band, i) => ({ ...band, lowerBound: bounds[i]! })),
    );
  };
}

/** The widest band split in two halves; the new, lower one is called `label`. */
export function addBand(id: string, label: string): ScorecardEdit {
  return (card) => {
    if (card.bands.length >= 20) return card;
    const top = (i: number) => card.bands[i - 1]?.lowerBound ?? 100;
    const widths = card.bands.map((band, i) => top(i) - band.lowerBound);
    const at = widths.indexOf(Math.max(...widths));
    const split = card.bands[at]!;
    if (widths[at]! <= 2 * grid) return card;
    const upper = { ...split, lowerBound: tenths(split.lowerBound + widths[at]! / 2) };
    const lower = { ...split, id, label, symbol: '', action: '', owner: '' };
    return custom(card, [...card.bands.slice(0, at), upper, lower, ...card.bands.slice(at + 1)]);
  };
}

/**
 * Without the band; its range joins the one below, and the lowest band always begins at 0. Caps, floors and overrides
 * of the band go to the one that takes its range. Two bands stay.
 */
export function removeBand(bandId: string): ScorecardEdit {
  return (card) => {
    const at = card.bands.findIndex(({ id }) => id === bandId);
    if (at < 0 || card.bands.length <= 2) return card;
    const left = card.bands.filter((band) => band.id !== bandId);
    const heir = (card.bands[at + 1] ?? card.bands[at - 1]!).id;
    const inherit = (id: string) => (id === bandId ? heir : id);
    return custom(
      mapBandIds(card, { ofException: inherit, ofOverride: inherit }),
      left.map((band, i) => (i === left.length - 1 ? { ...band, lowerBound: 0 } : band)),
    );
  };
}

function custom(card: Scorecard, bands: Band[]): Scorecard {
  return { ...card, gradingScheme: 'custom', bands };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
