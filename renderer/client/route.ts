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
  /** Day as of which the page was asked for, whatever the window's own as-of day; none = the window's. */
  readonly day?: number;
}

/** `#/accounts/A%2F1` for the account "A/1", `#/accounts/A%2F1/19904` as it was on 2024-06-30. */
export function addressOf({ name, argument, day }: Route): string {
  if (argument === null) return `#/${name}`;
  const address = `#/${name}/${encodeURIComponent(argument)}`;
  return day === undefined ? address : `${address}/${day}`;
}

/** The page of an address; anything unknown is Home. */
export function parseAddress(hash: string): Route {
  const [, name = '', argument, day = ''] = hash.split('/');
  const known = routeNames.find((route) => route === name);
  if (known === undefined) return { name: 'home', argument: null };
  const isDated = argument !== undefined && /^-?\d{1,7}$/.test(day);
  return {
    name: known,
    argument: argument === undefined ? null : decoded(argument),
    ...(isDated && { day: Number(day) }),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A mistyped address has no argument rather than no page.
    return null;
  }
}
