import type { Carrier } from './carrier.ts';
import { createElectronCarrier, type PreloadBridge } from './electron-carrier.ts';
import { createLoopbackCarrier } from './loopback-carrier.ts';
import { findSession, redeemAddressToken } from './session.ts';

declare global {
  interface Window {
    readonly myaku?: PreloadBridge;
  }
}

/** The carrier of the host this window runs in: Electron when its preload is there, else loopback. */
export function openCarrier(): Carrier {
  if (window.myaku !== undefined) return createElectronCarrier(window.myaku);
  return createLoopbackCarrier(() =>
    findSession({
      fragment: location.hash,
      storage: sessionStorage,
      removeFragment: () => history.replaceState(null, '', `${location.pathname}${location.search}`),
      redeem: redeemAddressToken,
    }),
  );
}
