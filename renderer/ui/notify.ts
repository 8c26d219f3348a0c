import { notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import type { AppError } from '../../shared/ipc/result.ts';

/** Shows an expected failure in words; being stopped by the person is no failure. */
export function notifyFailure(i18n: i18n, error: AppError): void {
  if (error.code === 'cancelled') return;
  notifications.show({
    id: `failure-${error.code}`,
    color: 'red',
    message: i18n.t(`errors:${error.code}`, { ...error.detail }),
    autoClose: 12_000,
    role: 'alert',
  });
}

const doneMs = 4000;

/** Says that something is done. */
export function notifyDone(message: string): void {
  notifications.show({ message, autoClose: doneMs });
}

let lastMove = '';

/** Says what undo or redo did, in the place of what the last one said. */
export function notifyMove(message: string): void {
  notifications.hide(lastMove);
  lastMove = notifications.show({ message, autoClose: doneMs });
}
