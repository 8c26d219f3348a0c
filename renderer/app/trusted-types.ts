import { z } from 'zod';

/** Chromium's Trusted Types factory; TypeScript's DOM library doesn't name it yet. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): unknown;
}

// First module of the window: zod probes `new Function` and Mantine writes style text while they load,
// and both must meet the policy, not the CSP. Text with a tag in it is never turned into HTML.
const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });

z.config({ jitless: true });
