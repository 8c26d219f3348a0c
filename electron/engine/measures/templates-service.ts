import { randomUUID } from 'node:crypto';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { type Result, succeed } from '../../../shared/ipc/result.ts';
import { giveIds, type ProposedDesign } from '../../../shared/measures/give-ids.ts';
import { buildGoalPath, buildGoalScorecard } from '../../../shared/measures/goal-path.ts';
import { buildTemplates } from '../../../shared/measures/templates.ts';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { type EngineContext, requireWorkspace } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import { loadDesign } from '../store/design-table.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** Scorecards to start from, fitted to the data; what the workspace already measures is used as it stands. */
export interface TemplatesService {
  templates(payload: ChannelPayload<'measures.templates'>): Answer<'measures.templates'>;
  goalPath(payload: ChannelPayload<'measures.goalPath'>): Answer<'measures.goalPath'>;
  fromGoal(payload: ChannelPayload<'measures.fromGoal'>): Answer<'measures.fromGoal'>;
}

export function createTemplatesService(context: EngineContext, data: DataService): TemplatesService {
  const own = <Design extends ProposedDesign>(design: Design) => {
    const workspace = requireWorkspace(context);
    return giveIds(design, randomUUID, workspace.ok ? loadDesign(workspace.value.database).measures : []);
  };
  const withColumns = async <T>(answer: (columns: DataSummary) => T): Promise<Result<T>> => {
    const summary = await data.summary();
    return summary.ok ? succeed(answer(summary.value)) : summary;
  };
  return {
    templates: ({ language, chosen }) =>
      withColumns((columns) => ({ items: buildTemplates(columns, language, chosen).map(own) })),
    goalPath: ({ language, chosen }) =>
      withColumns((columns) => buildGoalPath({ columns, language, chosen })),
    fromGoal: ({ language, chosen, choice }) =>
      withColumns((columns) => own(buildGoalScorecard({ columns, language, chosen }, choice))),
  };
}
