import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { Database } from '../store/database.ts';
import {
  type DesignKind,
  type DesignStepRow,
  insertStep,
  loadItem,
  loadStep,
  loadSteps,
  nextPosition,
  saveItem,
  trimSteps,
} from '../store/design-table.ts';
import { loadCounter, saveSetting } from '../store/settings-table.ts';
import { applyEdits, diffJson, type Json, type JsonEdit } from './json-patch.ts';

export interface DesignChange {
  readonly kind: DesignKind;
  readonly id: string;
  /** Order among its kind; absent = where it is, or last. */
  readonly position?: number;
  /** null removes the item. */
  readonly body: unknown;
}

export interface DesignCommit {
  readonly nameKey: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly screen: string;
  readonly changes: readonly DesignChange[];
  readonly at: string;
}

/** A line of the history as a screen shows it. */
export interface DesignStep {
  readonly number: number;
  readonly nameKey: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly screen: string;
  readonly at: string;
  /** The scorecard it changes, where it changes exactly one. */
  readonly scorecardId: string | null;
}

interface ItemPatch {
  readonly kind: DesignKind;
  readonly id: string;
  readonly edits: readonly JsonEdit[];
}

const stepsKept = 1000;

/** Applies the changes and writes one step; drops the redo tail. Null when nothing differs: no step is written. */
export function commitDesignStep(database: Database, commit: DesignCommit): DesignStep | null {
  return database.transaction(() => {
    const forward: ItemPatch[] = [];
    const inverse: ItemPatch[] = [];
    for (const change of commit.changes) {
      const before = readDocument(database, change.kind, change.id);
      const after = documentAfter(database, change);
      const edits = diffJson(before, after);
      if (edits.length === 0) continue;
      forward.push({ kind: change.kind, id: change.id, edits });
      inverse.unshift({ kind: change.kind, id: change.id, edits: diffJson(after, before) });
      writeDocument(database, change.kind, change.id, after);
    }
    if (forward.length === 0) return null;
    const pointer = loadCounter(database, 'designPointer');
    trimSteps(database, pointer, stepsKept - 1);
    const step = {
      number: pointer + 1,
      nameKey: commit.nameKey,
      parameters: commit.parameters,
      screen: commit.screen,
      at: commit.at,
      forward: JSON.stringify(forward),
      inverse: JSON.stringify(inverse),
    };
    insertStep(database, step);
    movePointer(database, step.number);
    return toStep(step);
  });
}

/** Takes the last step back and returns it, so that the caller can go to its screen. */
export function undoDesign(database: Database): Result<DesignStep> {
  const step = nextUndo(database);
  if (step === null) return fail('nothingToUndo');
  return succeed(replay(database, step, 'inverse'));
}

export function redoDesign(database: Database): Result<DesignStep> {
  const step = nextRedo(database);
  if (step === null) return fail('nothingToRedo');
  return succeed(replay(database, step, 'forward'));
}

/** What undo and redo would do now, and a number that grows with every change of the design. */
export function designPosition(database: Database): {
  undo: DesignStep | null;
  redo: DesignStep | null;
  revision: number;
} {
  const undo = nextUndo(database);
  const redo = nextRedo(database);
  return {
    undo: undo === null ? null : toStep(undo),
    redo: redo === null ? null : toStep(redo),
    revision: loadCounter(database, 'designRevision'),
  };
}

/** Oldest first; steps after `pointer` are undone. */
export function listDesignSteps(database: Database): { pointer: number; steps: DesignStep[] } {
  return { pointer: loadCounter(database, 'designPointer'), steps: loadSteps(database).map(toStep) };
}

function nextUndo(database: Database): DesignStepRow | null {
  return loadStep(database, loadCounter(database, 'designPointer'));
}

function nextRedo(database: Database): DesignStepRow | null {
  return loadStep(database, loadCounter(database, 'designPointer') + 1);
}

function replay(database: Database, step: DesignStepRow, direction: 'forward' | 'inverse'): DesignStep {
  const patches = patchesOf(step[direction]);
  database.transaction(() => {
    for (const { kind, id, edits } of patches) {
      writeDocument(database, kind, id, applyEdits(readDocument(database, kind, id), edits));
    }
    movePointer(database, direction === 'forward' ? step.number : step.number - 1);
  });
  return toStep(step);
}

/** Written by this file; the edits are checked against the documents they change. */
function patchesOf(text: string): readonly ItemPatch[] {
  return JSON.parse(text) as readonly ItemPatch[];
}

function documentAfter(database: Database, change: DesignChange): Json {
  if (change.body === null) return null;
  const current = loadItem(database, change.kind, change.id)?.position;
  const position = change.position ?? current ?? nextPosition(database, change.kind);
  return JSON.parse(JSON.stringify({ position, body: change.body })) as Json;
}

function readDocument(database: Database, kind: DesignKind, id: string): Json {
  return loadItem(database, kind, id) as Json;
}

function writeDocument(database: Database, kind: DesignKind, id: string, document: Json): void {
  saveItem(database, kind, id, document as { position: number; body: unknown } | null);
}

function movePointer(database: Database, number: number): void {
  saveSetting(database, 'designPointer', String(number));
  saveSetting(database, 'designRevision', String(loadCounter(database, 'designRevision') + 1));
}

function toStep(step: DesignStepRow): DesignStep {
  const cards = patchesOf(step.forward).filter(({ kind }) => kind === 'scorecard');
  return {
    scorecardId: cards.length === 1 && cards[0] !== undefined ? cards[0].id : null,
    number: step.number,
    nameKey: step.nameKey,
    parameters: step.parameters,
    screen: step.screen,
    at: step.at,
  };
}
