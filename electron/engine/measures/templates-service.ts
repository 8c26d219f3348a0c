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
  const withOwn = async <T>(
    answer: (columns: DataSummary, own: <Design extends ProposedDesign>(design: Design) => Design) => T,
  ): Promise<Result<T>> => {
    const summary = await data.summary();
    if (!summary.ok) return summary;
    const workspace = requireWorkspace(context);
    const measures = workspace.ok ? loadDesign(workspace.value.database).measures : [];
    const existing = { measures, metrics: summary.value.metrics };
    return succeed(answer(summary.value, (design) => giveIds(design, randomUUID, existing)));
  };
  return {
    templates: ({ language, chosen }) =>
      withOwn((columns, own) => ({
        items: buildTemplates(columns, language, chosen).map((template) => own(template)),
      })),
    goalPath: ({ language, chosen }) => withOwn((columns) => buildGoalPath({ columns, language, chosen })),
    fromGoal: ({ language, chosen, choice }) =>
      withOwn((columns, own) => own(buildGoalScorecard({ columns, language, chosen }, choice))),
  };
}
