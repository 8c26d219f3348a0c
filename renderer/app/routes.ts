import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { RouteName } from '../client/route.ts';

type Page = LazyExoticComponent<ComponentType>;

/** What each address shows. A page's code comes with its first visit. */
export const pages: Readonly<Record<RouteName, Page>> = {
  home: page(async () => (await import('../features/workspace/home-page.tsx')).HomePage),
  data: page(async () => (await import('../features/imports/data-page.tsx')).DataPage),
  measures: page(async () => (await import('../features/measures/measures-page.tsx')).MeasuresPage),
  scorecard: page(async () => (await import('../features/scorecard/scorecard-page.tsx')).ScorecardPage),
  backtest: page(async () => (await import('../features/backtest/backtest-page.tsx')).BacktestPage),
  lists: page(async () => (await import('../features/segments/lists-page.tsx')).ListsPage),
  accounts: page(async () => (await import('../features/accounts/account-page.tsx')).AccountsPage),
  lifecycle: page(async () => (await import('../features/lifecycle/lifecycle-page.tsx')).LifecyclePage),
};

/** Laid over a page. */
export const TemplateDialog: Page = page(
  async () => (await import('../features/templates/template-dialog.tsx')).TemplateDialog,
);

function page(load: () => Promise<ComponentType>): Page {
  return lazy(async () => ({ default: await load() }));
}
