import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../renderer/features/lifecycle/add-months.ts';
import { buildTimeline, type TimelineWords } from '../../../renderer/features/lifecycle/build-timeline.ts';
import type { LifecycleState } from '../../../shared/schemas/lifecycle.ts';
import { isoDay } from '../../helpers/saas-panel.ts';

const words: TimelineWords = {
  day: String,
  seal: (state) => state,
  decision: (decision) => decision,
  due: 'planned',
  event: (name, { number }) => `${name} ${number}`,
};
const today = isoDay('2026-11-27');
const version = {
  ...{ number: 1, name: 'First', note: '', savedAt: '2026-11-20T10:00:00Z', designHash: 'h' },
  ...{ savedOn: today - 7, goal: '', healthyCustomer: '', bands: [], promised: null, usable: true },
};
const freeze: LifecycleState['freezes'][number] = {
  ...{ id: 'f', version: 1, frozenAt: '2026-11-27T10:00:00Z', from: today, until: today + 90, note: '' },
  ...{
    reviewOn: today + 90,
    ended: null,
    state: 'active',
    reviewDue: false,
    contacts: 0,
    contactedAccounts: 0,
  },
};
const review = {
  ...{ id: 'r', freezeId: 'f', version: 1, reviewedAt: '2027-02-25T10:00:00Z', day: today + 90, note: 'n' },
  decision: 'keep',
} as const;
const empty: LifecycleState = {
  ...{
    today,
    knownThrough: today - 30,
    draftHash: 'h',
    versions: [],
    seals: [],
    unreadableSeals: 0,
    freezes: [],
    reviews: [],
  },
};

describe('the time line', () => {
  it('is not drawn before there is a version', () => {
    expect(buildTimeline(empty, words)).toBeNull();
  });

  it('has room for every mark, today and known-through, with ticks inside', () => {
    const view = buildTimeline({ ...empty, versions: [version], freezes: [freeze] }, words)!;
    expect(view.from).toBeLessThan(today - 30);
    expect(view.to).toBeGreaterThan(today + 90);
    for (const { day } of view.ticks) expect(day > view.from && day < view.to).toBe(true);
    expect(view.ticks.length).toBeGreaterThan(2);
    expect(view.ticks.length).toBeLessThanOrEqual(10);
  });

  it('puts marks that would lie on each other in rows of their own', () => {
    const versions = [version, { ...version, number: 2 }, { ...version, number: 3 }];
    const view = buildTimeline({ ...empty, versions }, words)!;
    expect(new Set(view.marks.map(({ row }) => row)).size).toBe(3);
    expect(view.rows.versions).toBe(3);
    expect(view.rows.reviews).toBe(0);
  });

  it('shows a planned review until it has been held', () => {
    const reviewsOf = (reviews: LifecycleState['reviews']) =>
      buildTimeline({ ...empty, versions: [version], freezes: [freeze], reviews }, words)!
        .marks.filter(({ lane }) => lane === 'reviews')
        .map(({ text, isHollow }) => [text, isHollow]);
    expect(reviewsOf([])).toEqual([['v1 planned', true]]);
    expect(reviewsOf([review])).toEqual([['v1 keep', false]]);
  });

  it('tells the same in its table, the newest first', () => {
    const view = buildTimeline({ ...empty, versions: [version], freezes: [freeze] }, words)!;
    expect(view.events.map(({ text }) => text)).toEqual([
      'freezeOver 1',
      'reviewDue 1',
      'freeze 1',
      'version 1',
    ]);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-11-27', 3, '2027-02-27'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('from %s by %i is %s', (from, months, to) => {
    expect(addMonths(isoDay(from), months)).toBe(isoDay(to));
  });
});
