export const routeNames = [
  'home',
  'data',
  'measures',
  'scorecard',
  'backtest',
  'lists',
  'accounts',
  'lifecycle',
] as const;
export type RouteName = (typeof routeNames)[number];

/** A page and, for some pages, what it shows: an account's id, a run's id. */
export interface Route {
  readonly name: RouteName;
  readonly argument: string | null;
}

/** `#/accounts/A%2F1` for the account "A/1". */
export function addressOf({ name, argument }: Route): string {
  return argument === null ? `#/${name}` : `#/${name}/${encodeURIComponent(argument)}`;
}

/** The page of an address; anything unknown is Home. */
export function parseAddress(hash: string): Route {
  const [, name = '', argument] = hash.split('/');
  const known = routeNames.find((route) => route === name);
  if (known === undefined) return { name: 'home', argument: null };
  return { name: known, argument: argument === undefined ? null : decoded(argument) };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A mistyped address has no argument rather than no page.
    return null;
  }
}
