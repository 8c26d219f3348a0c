import { addressOf, type RouteName } from './route.ts';

/** Goes to a page; the argument is what it shows there (an account's id, a run's id), as of `day` where one is given. */
export function navigate(name: RouteName, argument: string | null = null, day?: number): void {
  location.hash = addressOf({ name, argument, ...(day !== undefined && { day }) });
}
