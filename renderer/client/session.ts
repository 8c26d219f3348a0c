const storageKey = 'myaku.session';

/** The two places a session token passes through: the address's fragment, then the tab's own storage. */
export interface SessionPlaces {
  readonly fragment: string;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  removeFragment(): void;
  redeem(addressToken: string): Promise<string | null>;
}

/**
 * The session token of this window, or null when it has none that the host still knows.
 * A token in the address is exchanged once and taken out of the address before anything else runs.
 */
export async function findSession(places: SessionPlaces): Promise<string | null> {
  const addressToken = /^#token=([\w-]{43})$/.exec(places.fragment)?.[1];
  if (addressToken === undefined) return places.storage.getItem(storageKey);
  places.removeFragment();
  const session = await places.redeem(addressToken);
  if (session === null) return places.storage.getItem(storageKey);
  places.storage.setItem(storageKey, session);
  return session;
}

/** Exchanges an address token for a session token; null when it was used already or is too old. */
export async function redeemAddressToken(addressToken: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: addressToken }),
  });
  if (!response.ok) return null;
  const body: unknown = await response.json();
  const session = (body as { session?: unknown }).session;
  return typeof session === 'string' ? session : null;
}
