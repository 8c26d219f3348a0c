import type { SqlValue } from './database.ts';

/** Cells are parsed where they leave SQLite; a wrong type means a broken promise of the STRICT schema. */
export function textCell(value: SqlValue | undefined): string {
  if (typeof value !== 'string') throw new Error('expected text in a workspace cell');
  return value;
}

export function numberCell(value: SqlValue | undefined): number {
  if (typeof value !== 'number') throw new Error('expected a number in a workspace cell');
  return value;
}

export function blobCell(value: SqlValue | undefined): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new Error('expected a blob in a workspace cell');
  return value;
}

export function textOrNull(value: SqlValue | undefined): string | null {
  return value === null ? null : textCell(value);
}

export function numberOrNull(value: SqlValue | undefined): number | null {
  return value === null ? null : numberCell(value);
}

export function blobOrNull(value: SqlValue | undefined): Uint8Array | null {
  return value === null ? null : blobCell(value);
}

export function jsonCell(value: SqlValue | undefined): unknown {
  return JSON.parse(textCell(value));
}
