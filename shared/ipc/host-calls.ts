import { z } from 'zod';

/**
 * Calls that a host answers itself, by channel → zod input; they never reach the engine, and all answer null.
 * `host.setLanguage` puts the native menu and the native dialogs into the window's language. Only Electron has them:
 * elsewhere the channel is unknown.
 */
export const hostCallInputs = {
  'host.setLanguage': z.strictObject({ language: z.enum(['ja', 'en']) }),
} as const;

export type HostCall = keyof typeof hostCallInputs;
export type HostCallPayload<C extends HostCall> = z.output<(typeof hostCallInputs)[C]>;
