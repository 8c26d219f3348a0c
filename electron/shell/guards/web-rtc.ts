import type { WebContents } from 'electron';

/** Peer connections pass neither the CSP nor the request filter, so their UDP is switched off here. */
export function denyWebRtc(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
