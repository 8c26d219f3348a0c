import { expect, type Page } from '@playwright/test';
import type { english, japanese } from '../../../renderer/i18n/catalogues.ts';

type Words = typeof japanese | typeof english;

/** The parts of ③ beside its measures, each with something in it; everything is taken back at the end. */
export async function lookAtScorecard(
  page: Page,
  words: Words,
  look: (name: string, part?: string) => Promise<void>,
): Promise<void> {
  const { panels, rules, suggest } = words.scorecard;
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).first().click();
  const part = (name: string) =>
    main.getByRole('navigation', { name: panels.sections.label }).getByRole('button', { name }).click();
  const middle = '.scorecard-middle';

  await press(rules.missing.compare);
  await expect(main.getByText(rules.missing.changed)).toBeVisible();
  await press(suggest.button);
  await expect(main.getByRole('region', { name: panels.suggestion.live })).toBeVisible();
  await look('09-scorecard-cutoffs', '.scorecard-columns');
  await main
    .getByRole('region', { name: panels.suggestion.live })
    .getByRole('button', { name: panels.suggestion.dismiss })
    .click();
  await main
    .getByRole('button', { name: new RegExp(`^${panels.sections.purpose}`) })
    .first()
    .click();
  await look('09-scorecard-purpose', middle);
  await press(panels.sections.weights);
  await press(panels.weights.ask);
  await expect(main.getByText(panels.weights.methodOf.ridge)).toBeVisible();
  await look('09-scorecard-weights', middle);
  await part(panels.sections.bands);
  await press(rules.bounds.find);
  await expect(main.getByText(panels.cost.alarmsTitle)).toBeVisible();
  await look('09-scorecard-bands', middle);
  await main.getByRole('button', { name: panels.suggestion.dismiss }).first().click();
  await part(panels.sections.patterns);
  await press(panels.patterns.add);
  await expect(main.locator('.pattern-cell')).toHaveCount(4);
  await look('09-scorecard-patterns', middle);
  await part(panels.sections.exceptions);
  await press(rules.exceptions.add);
  await look('09-scorecard-exceptions', middle);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
}
