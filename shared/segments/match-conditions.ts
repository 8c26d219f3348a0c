import { assertNever } from '../ipc/assert-never.ts';
import type { Condition } from '../schemas/segment.ts';

/** An account as of a date, as conditions see it. */
export interface SegmentSubject {
  /** 0–100; null = not scored. */
  readonly score: number | null;
  readonly bandId: string | null;
  readonly attribute: (name: string) => string | undefined;
  /** The cell of a pattern of the scorecard; null or absent = in none, so it meets no pattern condition. */
  readonly patternCell?: (patternId: string) => number | null;
}

/**
 * True when every condition holds; no condition = every account. An account without a score meets no score condition;
 * of band conditions it meets those that hold the empty id. An account without the attribute is not one of any values
 * (so `isNotOneOf` holds), and meets no `contains`, `atLeast` or `below`.
 */
export function matchesConditions(conditions: readonly Condition[], subject: SegmentSubject): boolean {
  return conditions.every((condition) => matchesCondition(condition, subject));
}

/** True when every attribute condition holds; see `matchesConditions`. */
export function meetsAttributeConditions(
  conditions: readonly Extract<Condition, { type: 'attribute' }>[],
  attribute: SegmentSubject['attribute'],
): boolean {
  return conditions.every((condition) => matchesAttribute(condition, attribute(condition.attribute)));
}

function matchesCondition(condition: Condition, subject: SegmentSubject): boolean {
  switch (condition.type) {
    case 'band':
      return condition.bandIds.includes(subject.bandId ?? '');
    case 'score':
      if (subject.score === null) return false;
      return condition.operator === 'below'
        ? subject.score < condition.value
        : subject.score >= condition.value;
    case 'attribute':
      return matchesAttribute(condition, subject.attribute(condition.attribute));
    case 'pattern': {
      const cell = subject.patternCell?.(condition.patternId) ?? null;
      return cell !== null && condition.cells.includes(cell);
    }
    default:
      return assertNever(condition);
  }
}

function matchesAttribute(
  condition: Extract<Condition, { type: 'attribute' }>,
  value: string | undefined,
): boolean {
  switch (condition.operator) {
    case 'isOneOf':
      return value !== undefined && condition.values.includes(value);
    case 'isNotOneOf':
      return value === undefined || !condition.values.includes(value);
    case 'contains':
      return value !== undefined && condition.values.some((text) => value.includes(text));
    case 'atLeast':
      return toNumber(value) >= toNumber(condition.values[0]);
    case 'below':
      return toNumber(value) < toNumber(condition.values[0]);
  }
}

/** NaN compares false with everything, so a text that is no number meets no bound. */
function toNumber(text: string | undefined): number {
  const plain = text?.replaceAll(',', '').trim() ?? '';
  return plain === '' ? Number.NaN : Number(plain);
}
