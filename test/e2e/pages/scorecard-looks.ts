import { expect, type Page } from '@playwright/test';
import type { english, japanese } from '../../../renderer/i18n/catalogues.ts';

type Words = typeof japanese | typeof english;

/** The parts of ③ beside its measures, each with something in it; everything is taken back at the end. */
export async function lookAtScorecard(
  page: Page,
  words: Words,
  look: (name: string, part?: string) => Promise<void>,
): Promise<void> {
  const { menu, panels, rules, scale, suggest } = words.scorecard;
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).first().click();
  const part = (name: string) =>
    main.getByRole('navigation', { name: panels.sections.label }).getByRole('button', { name }).click();
  const middle = '.scorecard-middle';
  /** The other two scales of the first measure, taken back. */
  const lookAtScales = async () => {
    await main.locator('.measure-card-name').first().click();
    for (const kind of ['linear', 'percentile'] as const) {
      await main.getByText(scale[kind], { exact: true }).first().click();
      await look(`09-scorecard-${kind}`, middle);
      await page.keyboard.press('ControlOrMeta+z');
    }
  };

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
  await part(panels.sections.overrides);
  await press(rules.overrides.add);
  await main.getByRole('button', { name: words.common.action.save, exact: true }).click();
  await expect(main.getByText(rules.overrides.wrong.reason)).toBeVisible();
  await look('09-scorecard-overrides', middle);
  await main.getByRole('button', { name: words.common.action.cancel, exact: true }).click();
  await page.getByRole('button', { name: menu.label }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await look('09-scorecard-menu', '[role="menu"]');
  await page.getByRole('menuitem', { name: menu.rename }).click();
  await expect(page.getByRole('dialog', { name: menu.renameTitle })).toBeVisible();
  await look('09-scorecard-rename', '[role="dialog"]');
  await page.keyboard.press('Escape');
  await lookAtScales();
}
