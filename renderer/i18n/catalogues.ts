import { enAccounts } from './en/accounts.ts';
import { enBacktest } from './en/backtest.ts';
import { enCommands } from './en/commands.ts';
import { enCommon } from './en/common.ts';
import { enData } from './en/data.ts';
import { enErrors } from './en/errors.ts';
import { enExplain } from './en/explain.ts';
import { enHome } from './en/home.ts';
import { enLifecycle } from './en/lifecycle.ts';
import { enLists } from './en/lists.ts';
import { enMeasures } from './en/measures.ts';
import { enScorecard } from './en/scorecard.ts';
import { enShell } from './en/shell.ts';
import { enTemplates } from './en/templates.ts';
import { enWorkspace } from './en/workspace.ts';
import { jaAccounts } from './ja/accounts.ts';
import { jaBacktest } from './ja/backtest.ts';
import { jaCommands } from './ja/commands.ts';
import { jaCommon } from './ja/common.ts';
import { jaData } from './ja/data.ts';
import { jaErrors } from './ja/errors.ts';
import { jaExplain } from './ja/explain.ts';
import { jaHome } from './ja/home.ts';
import { jaLifecycle } from './ja/lifecycle.ts';
import { jaLists } from './ja/lists.ts';
import { jaMeasures } from './ja/measures.ts';
import { jaScorecard } from './ja/scorecard.ts';
import { jaShell } from './ja/shell.ts';
import { jaTemplates } from './ja/templates.ts';
import { jaWorkspace } from './ja/workspace.ts';

/** One namespace a feature. Japanese is the original; each English file has its type. */
export const japanese = {
  common: jaCommon,
  errors: jaErrors,
  explain: jaExplain,
  home: jaHome,
  data: jaData,
  measures: jaMeasures,
  templates: jaTemplates,
  scorecard: jaScorecard,
  backtest: jaBacktest,
  lists: jaLists,
  accounts: jaAccounts,
  lifecycle: jaLifecycle,
  commands: jaCommands,
  shell: jaShell,
  workspace: jaWorkspace,
};

export const english = {
  common: enCommon,
  errors: enErrors,
  explain: enExplain,
  home: enHome,
  data: enData,
  measures: enMeasures,
  templates: enTemplates,
  scorecard: enScorecard,
  backtest: enBacktest,
  lists: enLists,
  accounts: enAccounts,
  lifecycle: enLifecycle,
  commands: enCommands,
  shell: enShell,
  workspace: enWorkspace,
};
