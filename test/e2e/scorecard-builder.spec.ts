import type { Locator, Page } from '@playwright/test';
import { english } from '../../renderer/i18n/catalogues.ts';
import { expect, test } from '../helpers/app.ts';
import { fieldOf } from './pages/choose.ts';
import { numberIn } from './pages/frame.ts';
import { type Hand, keyboard, mouse } from './pages/hands.ts';

test.use({ locale: 'en-US', viewport: { width: 1280, height: 800 } });

const groups = [
  { name: 'Frequency', measure: /^Days with log-ins/ },
  { name: 'Breadth', measure: /^Share of seats in use/ },
  { name: 'Depth', measure: /^Core-feature use per user/ },
] as const;

for (const [way, handOf] of [
  ['by mouse', mouse],
  ['by keyboard alone', keyboard],
] as const) {
  test(`builds a frequency–breadth–depth scorecard ${way}, takes it all back and does it again`, async ({
    app: { page },
  }) => {
    test.setTimeout(240_000);
    page.setDefaultTimeout(20_000);
    const hand = handOf(page);
    await openSample(page, hand);
    await build(page, hand);
    await tryCutoffs(page, hand);
    await compareWithVersion(page, hand);
    await addCap(page, hand);
    await addVariant(page, hand);
    await override(page, hand);
    await boundsFromCalls(page, hand);
    await nothingIsGraded(page, hand);
    await undoAndRedo(page, hand);
  });
}

function screenOf(page: Page) {
  const main = page.getByRole('main');
  return {
    main,
    undo: page.getByRole('button', { name: /^Undo/ }).first(),
    redo: page.getByRole('button', { name: /^Redo/ }).first(),
    live: main.getByRole('region', { name: 'This design now' }),
    trying: main.getByRole('region', { name: 'Trying a suggestion' }),
    part: (name: string) =>
      main
        .getByRole('navigation', { name: 'The other parts of the scorecard' })
        .getByRole('button', { name }),
    group: (name: string) => main.getByRole('region', { name, exact: true }),
  };
}

async function openSample(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Open the sample' }));
  await expect(page.getByTestId('foot')).toContainText('70 churned', { timeout: 60_000 });
  if (hand.name === 'mouse') await page.getByRole('link', { name: 'Scorecard' }).click();
  else await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { level: 1, name: /^Scorecard: / })).toBeVisible();
}

/** The measures come with the template of the same name; the scorecard itself is made by hand from nothing. */
async function build(page: Page, hand: Hand): Promise<void> {
  const { main, group, live, undo } = screenOf(page);
  const menu = page.getByRole('button', { name: 'Scorecard actions' });
  await hand.menu(menu, 'From a template…');
  const dialog = page.getByRole('dialog', { name: 'Start from a template' });
  await hand.tab(dialog.getByRole('tab', { name: /^Frequency, breadth, depth/ }));
  await hand.press(dialog.getByRole('button', { name: 'Start with this' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scorecard: Frequency, breadth, depth');
  await hand.menu(menu, 'New scorecard');

  const purpose = main.getByRole('region', { name: 'Purpose' });
  await expect(purpose, 'an empty scorecard begins with what it is for').toBeVisible();
  await hand.write(fieldOf(purpose, 'What this score is for'), 'See churn a month ahead');
  await expect(main.getByRole('button', { name: /^Purpose/ })).toContainText('See churn a month ahead');

  for (const { name, measure } of groups) {
    await hand.press(main.getByRole('button', { name: 'Add group' }));
    await hand.write(fieldOf(group('New group'), 'Name of the group'), name);
    await hand.press(group(name).getByRole('button', { name: `Add measure to “${name}”` }));
    await hand.press(page.getByRole('dialog').getByRole('button', { name: measure }).last());
    await expect(main.getByRole('heading', { level: 2, name: measure })).toBeVisible();
  }
  await expect(live).toContainText('AUC');
  await hand.press(main.locator('.measure-card-name').filter({ hasText: groups[0].measure }));
  const cutoff = main.getByRole('slider', { name: 'Cut-off 1' });
  const before = await cutoff.getAttribute('aria-valuenow');
  await hand.push(cutoff);
  await expect(cutoff).not.toHaveAttribute('aria-valuenow', before ?? '');
  await expect(undo).toHaveAccessibleName(/^Undo: Move a cut-off of “Days with log-ins/);
  const weight = group('Frequency').getByRole('slider', { name: 'Weight of “Frequency”' });
  await hand.push(weight);
  await expect(undo).toHaveAccessibleName(/^Undo: Set the weight of group “Frequency” to/);
  await hand.press(group('Depth').getByRole('button', { name: 'Move up: Depth', exact: true }));
  await expect(undo).toHaveAccessibleName('Undo: Move group “Depth”');
  await expect(main.locator('.group-card').nth(1)).toHaveAccessibleName('Depth');
}

async function tryCutoffs(page: Page, hand: Hand): Promise<void> {
  const { main, live, trying, undo } = screenOf(page);
  const handles = main.getByRole('slider', { name: /^Cut-off/ });
  const before = await handles.count();
  await hand.press(main.getByRole('button', { name: 'Suggest cut-offs' }));
  await expect(trying).toBeVisible();
  await expect(main.getByText(/Learnt from \d+ churned of the design window/)).toBeVisible();
  await expect(live, 'deltas compare with the draft').toContainText('the draft without the suggestion');
  await expect(undo, 'nothing is changed before it is taken').toHaveAccessibleName(
    'Undo: Move group “Depth”',
  );
  await hand.press(trying.getByRole('button', { name: 'Leave as it is' }));
  await expect(handles).toHaveCount(before);
  await expect(main.getByText(/Learnt from/), 'what was said of it goes with it').toBeHidden();
  await hand.press(main.getByRole('button', { name: 'Suggest cut-offs' }));
  await hand.press(trying.getByRole('button', { name: 'Use this suggestion' }));
  await expect(undo).toHaveAccessibleName(/^Undo: Use suggested cut-offs/);
  await expect(trying).toBeHidden();
}

async function compareWithVersion(page: Page, hand: Hand): Promise<void> {
  const { group, live } = screenOf(page);
  await hand.press(page.getByRole('button', { name: 'Save version' }));
  const saving = page.getByRole('dialog', { name: 'Save version' });
  await hand.press(saving.getByRole('button', { name: 'Save', exact: true }));
  await expect(saving).toBeHidden();
  await hand.write(weightOf(group('Breadth'), 'Breadth'), '90');
  await expect(live).toContainText(/[1-9]\d* accounts change band against the saved version “Version 1”/);
  await hand.press(live.getByRole('button', { name: 'See which' }));
  const dialog = page.getByRole('dialog', { name: 'Accounts that change band' });
  await expect(dialog.locator('tbody tr').first()).toContainText(/[▲▼]/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

function weightOf(group: Locator, name: string): Locator {
  return fieldOf(group, `Weight of “${name}”`).and(group.page().locator('input:not([type="range"])'));
}

async function addCap(page: Page, hand: Hand): Promise<void> {
  const { main, part } = screenOf(page);
  await hand.press(part('Exceptions'));
  await hand.press(main.getByRole('button', { name: 'Cap after 30 days without “Log-ins”' }));
  const rule = main.getByRole('listitem', { name: 'Exception 1' });
  await expect(rule).toContainText('is at least 30, at most × Alarm');
  await expect(rule, 'in the sample nobody is away that long').toContainText('Changes nobody now');
  await hand.press(rule.getByRole('button', { name: 'Edit exception 1' }));
  await hand.write(fieldOf(rule, 'Value'), '10');
  await expect(rule).toContainText('is at least 10, at most × Alarm');
  const see = rule.getByRole('button', { name: /^See \d/ });
  await hand.press(see);
  const bitten = numberIn(await see.innerText());
  const dialog = page.getByRole('dialog', { name: 'Accounts that exception 1 changes' });
  await expect(dialog.locator('tbody tr')).toHaveCount(bitten);
  for (const row of await dialog.locator('tbody tr').all()) {
    expect(numberIn(await row.locator('td').nth(1).innerText())).toBeGreaterThanOrEqual(10);
    await expect(row.locator('td').nth(3)).toContainText('Alarm');
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  if (hand.name === 'keyboard') await expect(see).toBeFocused();
}

async function addVariant(page: Page, hand: Hand): Promise<void> {
  const { main, group } = screenOf(page);
  await hand.press(main.getByRole('button', { name: 'Add variant' }));
  await hand.write(fieldOf(group('Variant “Variant 1”'), 'Name'), 'Enterprise');
  const variant = group('Variant “Enterprise”');
  await hand.press(variant.getByRole('button', { name: 'Add an attribute' }));
  await hand.choose(fieldOf(variant, 'Attribute'), 'Plan');
  await hand.tag(fieldOf(variant, 'Values'), 'Pro');
  await expect(variant).toContainText(/Its own score counts \d+ ?%/);
  await expect(variant).toContainText(/[1-9]\d* accounts on/);
}

async function override(page: Page, hand: Hand): Promise<void> {
  const { main, part, undo } = screenOf(page);
  await hand.press(part('Overrides'));
  const section = main.getByRole('region', { name: 'Overrides' });
  await hand.press(section.getByRole('button', { name: 'Add override' }));
  await hand.press(section.getByRole('button', { name: 'Save', exact: true }));
  await expect(section).toContainText('choose one of the accounts found');
  await expect(section, 'no band is chosen beforehand').toContainText('Choose a band.');
  const account = section.getByRole('combobox', { name: 'Account' });
  await account.fill('zzz9');
  await expect(page.getByText('No account has this in its name or id')).toBeVisible();
  await account.fill('C-0007');
  await expect(page.getByRole('option', { name: /C-0007/ })).toBeVisible();
  await account.press('ArrowDown');
  await account.press('Enter');
  await hand.choose(fieldOf(section, 'Band'), '× Alarm');
  await hand.write(fieldOf(section, 'Reason'), 'Sponsor left');
  await hand.press(section.getByRole('button', { name: 'Save', exact: true }));
  await expect(section.getByRole('listitem')).toContainText('C-0007');
  await expect(undo).toHaveAccessibleName(/^Undo: .*verrid/);
}

async function boundsFromCalls(page: Page, hand: Hand): Promise<void> {
  const { main, part, trying, undo } = screenOf(page);
  await hand.press(part('Bands and actions'));
  const tools = main.getByRole('region', { name: 'Set where alarm begins' });
  await hand.write(fieldOf(tools, 'Calls you can make a month'), '12');
  await hand.press(tools.getByRole('button', { name: 'Find where alarm begins' }));
  await expect(tools).toContainText(/Alarm below [\d.]+: [\d.]+ alarms on the average of the last 3/);
  await expect(tools).toContainText(/Alarms at this bound on the test dates/);
  await hand.press(trying.getByRole('button', { name: 'Use this suggestion' }));
  await expect(undo).toHaveAccessibleName('Undo: Use suggested bounds');
}

/** However much was dragged, tried and taken: the test window is closed and no run is kept. */
async function nothingIsGraded(page: Page, hand: Hand): Promise<void> {
  const { main, part } = screenOf(page);
  await expect(main.getByText(english.scorecard.graded.none, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: english.shell.rail.backtest }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: english.backtest.title })).toBeVisible();
  await expect(main.getByRole('group', { name: english.backtest.settings.title })).toBeVisible();
  await expect(page.getByTestId('verdict-sentence')).toHaveCount(0);
  await page.getByRole('link', { name: english.shell.rail.scorecard }).first().click();
  await hand.press(part('Bands and actions'));
}

/** What undo and redo bring back beside bounds: groups in order, the cap's sentence, the variant with its figures. */
async function madeBeside(page: Page, hand: Hand) {
  const { main, part, group } = screenOf(page);
  const choose = async (scope: string) => {
    await main.getByRole('radio', { name: scope, exact: true }).focus();
    await page.keyboard.press('Space');
  };
  const names = () =>
    main.locator('.group-card').evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')));
  await hand.press(part('Exceptions'));
  const cap = main.getByRole('listitem', { name: 'Exception 1' });
  await expect(cap).toContainText('is at least 10, at most × Alarm');
  await choose('Everyone');
  const everyone = await names();
  await choose('Enterprise');
  const variant = group('Variant “Enterprise”');
  await expect(variant).toContainText(/Its own score counts \d+%, everyone’s \d+% \(\d+ churned\)/);
  const texts = { cap: await cap.innerText(), variant: await variant.innerText() };
  return { everyone, ofVariant: await names(), ...texts };
}

async function undoAndRedo(page: Page, hand: Hand): Promise<void> {
  const { main, part, undo, redo } = screenOf(page);
  const heading = page.getByRole('heading', { level: 1 });
  const bounds = () =>
    main
      .getByLabel(/^Lower bound of/)
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const last = (await undo.getAttribute('aria-label')) ?? '';
  const made = await bounds();
  expect(made).toHaveLength(4);
  const beside = await madeBeside(page, hand);
  expect(beside.everyone).toEqual(['Frequency', 'Depth', 'Breadth']);
  await repeat(hand, page, undo, 'ControlOrMeta+z');
  await expect(heading).toHaveText('Scorecard: First scorecard');
  await repeat(hand, page, redo, 'ControlOrMeta+Shift+z');
  await expect(undo).toHaveAttribute('aria-label', last);
  await expect(heading).toHaveText('Scorecard: Scorecard 3');
  await hand.press(part('Bands and actions'));
  expect(await bounds()).toEqual(made);
  expect(await madeBeside(page, hand)).toEqual(beside);
  await page.reload();
  await expect(undo, 'the history survives reopening').toHaveAttribute('aria-label', last);
}

/** Takes steps until there is none left; two steps may have the same name, so it waits for neither. */
async function repeat(hand: Hand, page: Page, button: Locator, key: string): Promise<void> {
  let steps = 0;
  for (; steps < 80 && (await button.isEnabled()); steps += 1) {
    if (hand.name === 'mouse') await button.click();
    else await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
  expect(steps).toBeGreaterThan(15);
  await expect(button).toBeDisabled();
}
