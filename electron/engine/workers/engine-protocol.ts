import type { EngineEvent } from '../../../shared/ipc/events.ts';
import type { EngineOptions } from '../context.ts';

/** Host thread → engine worker. */
export type ToEngine =
  | {
      readonly type: 'call';
      readonly id: number;
      readonly name: EngineMethod;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'portReply'; readonly id: number; readonly value: unknown };

/** Engine worker → host thread. */
export type FromEngine =
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'event'; readonly event: EngineEvent }
  | { readonly type: 'log'; readonly line: string }
  | { readonly type: 'port'; readonly id: number; readonly name: PortName; readonly argument: string };

export type EngineMethod =
  | 'dispatch'
  | 'registerFile'
  | 'findExport'
  | 'openPath'
  | 'currentPath'
  | 'isBusy'
  | 'close';
export type PortName = 'pickFiles' | 'pickSavePath' | 'revealPath';

export type EngineWorkerData = EngineOptions;
