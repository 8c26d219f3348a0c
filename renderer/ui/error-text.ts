import type { i18n } from 'i18next';
import { type ErrorCode, errorCodes } from '../../shared/ipc/result.ts';

/** The sentence of an error code that came as text; an unknown one is an internal error. */
export function errorText(i18n: i18n, code: string): string {
  const known: ErrorCode = errorCodes.find((name) => name === code) ?? 'internal';
  return i18n.t(`errors:${known}`);
}
