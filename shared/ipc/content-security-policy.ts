const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
] as const;

/**
 * The one Content-Security-Policy of the window, as the value of its header.
 * Both hosts send it with every page: nothing but the app's own origin is reached, no text becomes script.
 */
export const contentSecurityPolicy: string = directives.join('; ');

/**
 * Header name → value, sent by both hosts with every file of the window (`app://` and loopback alike).
 * Names are lower case. `content-type` and `content-length` are the host's own to add.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
