/**
 * The names of Electron's three IPC channels between preload and main process.
 * `callChannel` carries (channel, payload) → Result, `eventChannel` carries engine events to the window,
 * `dropChannel` carries the path of a dropped file to the main process and its token back.
 */
export const callChannel = 'myaku:call';

/** Main process → window: one engine event a message. */
export const eventChannel = 'myaku:event';

/** Preload → main process: the path of a dropped file; answered with the Result of registering it. */
export const dropChannel = 'myaku:drop';
