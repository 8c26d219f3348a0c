import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';

export const minimumSize = { width: 1024, height: 700 } as const;
const usualSize = { width: 1360, height: 880 } as const;

export interface WindowBounds {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
}

/** The remembered bounds where they are still on a screen, else the usual size, placed by the system. */
export function readBounds(file: string, workAreas: readonly Rectangle[]): WindowBounds {
  const remembered = readRectangle(file);
  if (remembered === null) return usualSize;
  const size = {
    width: Math.max(minimumSize.width, remembered.width),
    height: Math.max(minimumSize.height, remembered.height),
  };
  const visible = workAreas.some((area) => showsTitle(remembered, area));
  return visible ? { ...size, x: remembered.x, y: remembered.y } : size;
}

/** Remembers the bounds for the next start; says whether that worked (a lost position harms nobody). */
export function writeBounds(file: string, { x, y, width, height }: Rectangle): boolean {
  try {
    writeFileSync(`${file}.new`, JSON.stringify({ x, y, width, height }), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}

function readRectangle(file: string): Rectangle | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRectangle(read) ? read : null;
  } catch {
    return null;
  }
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return ['x', 'y', 'width', 'height'].every((key) => Number.isInteger(fields[key]));
}

/** At least 100 × 40 pixels of the window's top edge lie on the screen, enough to take hold of it. */
function showsTitle(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= 100 && window.y >= area.y && window.y + 40 <= area.y + area.height;
}
