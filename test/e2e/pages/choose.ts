import type { Locator } from '@playwright/test';

/** The field with this label inside `scope`; the list that a select opens carries the same label. */
export function fieldOf(scope: Locator, label: string): Locator {
  return scope.getByLabel(label, { exact: true }).and(scope.page().locator('input, textarea'));
}

/** Picks an option of a select by what it says. */
export async function choose(scope: Locator, label: string, option: string): Promise<void> {
  await fieldOf(scope, label).click();
  await scope.page().getByRole('option', { name: option, exact: true }).filter({ visible: true }).click();
}
