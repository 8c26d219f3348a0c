import { randomUUID } from 'node:crypto';
import type { Channel, ChannelOutput, ChannelPayload } from '../../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../../shared/ipc/result.ts';
import type { EngineContext } from '../context.ts';
import type { DataService } from '../data/data-service.ts';
import type { DesignService } from '../design/design-service.ts';
import { loadAccountIds } from '../store/account-table.ts';
import type { Database } from '../store/database.ts';
import { loadDesign } from '../store/design-table.ts';
import { loadCurrentOutcomes } from '../store/outcome-table.ts';

type Answer<C extends Channel> = Promise<Result<ChannelOutput<C>>>;

/** Measures, suggestions and the account page: the design from the database, the work in the compute worker. */
export interface AnalysisService {
  propose(payload: ChannelPayload<'measures.propose'>): Answer<'measures.propose'>;
  figures(payload: ChannelPayload<'measures.figures'>): Answer<'measures.figures'>;
  preview(payload: ChannelPayload<'measures.preview'>): Answer<'measures.preview'>;
  explore(payload: ChannelPayload<'measures.explore'>): Answer<'measures.explore'>;
  detail(payload: ChannelPayload<'measures.detail'>): Answer<'measures.detail'>;
  adviseCutoffs(payload: ChannelPayload<'suggestions.cutoffs'>): Answer<'suggestions.cutoffs'>;
  adviseWeights(payload: ChannelPayload<'suggestions.weights'>): Answer<'suggestions.weights'>;
  account(payload: ChannelPayload<'accounts.get'>): Answer<'accounts.get'>;
}

export function createAnalysisService(
  context: EngineContext,
  data: DataService,
  design: DesignService,
): AnalysisService {
  const { compute } = context;
  return {
    async propose({ language }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const proposed = await compute.request('measures.propose', { language });
      if (!proposed.ok) return proposed;
      return succeed({ measures: proposed.value.map((measure) => ({ ...measure, id: randomUUID() })) });
    },
    async figures({ measureIds, aim, scorecardId, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const design = lookAt(ready.value.database, scorecardId);
      const input = { ...design, ids: measureIds ?? design.ids, aim };
      return context.tasks.run(taskId, 'measures', () =>
        compute.request('measures.figures', input, { taskId }),
      );
    },
    async preview({ measure, parts, aim, scorecardId, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const { measures, ...design } = lookAt(ready.value.database, scorecardId);
      const input = {
        ...design,
        measures: [...measures.filter(({ id }) => id !== measure.id), ...parts, measure],
        ids: [measure.id],
        aim,
      };
      const figures = await compute.request('measures.figures', input, { taskId });
      if (!figures.ok) return figures;
      const [item] = figures.value.items;
      return item === undefined ? fail('noData') : succeed(item);
    },
    async explore({ aim, scorecardId, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const input = { ...lookAt(ready.value.database, scorecardId), aim };
      return context.tasks.run(taskId, 'measures', (task) =>
        compute.request('measures.explore', input, { taskId, onProgress: task.progress }),
      );
    },
    async detail({ measureId, aim, scorecardId, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const input = { ...lookAt(ready.value.database, scorecardId), measureId, aim };
      const detail = await context.tasks.run(taskId, 'measures', () =>
        compute.request('measures.detail', input, { taskId }),
      );
      if (!detail.ok) return detail;
      return detail.value === null ? fail('noData') : succeed(detail.value);
    },
    async adviseCutoffs({ scorecard, measureId, variantId, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const { measures, backtestSettings } = loadDesign(ready.value.database);
      const input = { scorecard, measures, measureId, variantId, settings: backtestSettings };
      const advice = await context.tasks.run(taskId, 'suggestion', () =>
        compute.request('suggestions.cutoffs', input, { taskId }),
      );
      if (!advice.ok) return advice;
      return advice.value === null ? fail('noData') : succeed(advice.value);
    },
    async adviseWeights({ scorecard, variantId, taskId }) {
      const ready = await data.ready();
      if (!ready.ok) return ready;
      const { measures, backtestSettings } = loadDesign(ready.value.database);
      const input = { scorecard, measures, variantId, settings: backtestSettings };
      const advice = await context.tasks.run(taskId, 'suggestion', ({ progress }) =>
        compute.request('suggestions.weights', input, { taskId, onProgress: progress }),
      );
      if (!advice.ok) return advice;
      return advice.value === null ? fail('noData') : succeed(advice.value);
    },
    account: (payload) => describe(context, { data, design }, payload),
  };
}

/** Every measure, and the scorecard on whose design window they are looked at. */
function lookAt(database: Database, scorecardId: string | undefined) {
  const { measures, scorecards, backtestSettings: settings } = loadDesign(database);
  const scorecard = scorecards.find(({ id }) => id === scorecardId);
  return { measures, ids: measures.map(({ id }) => id), settings, scorecard };
}

/** The account page: score and history from the compute worker, outcomes from the database. */
async function describe(
  context: EngineContext,
  services: { readonly data: DataService; readonly design: DesignService },
  { accountId, scorecardId, asOf }: ChannelPayload<'accounts.get'>,
): Answer<'accounts.get'> {
  const ready = await services.data.ready();
  if (!ready.ok) return ready;
  const found = services.design.find(scorecardId);
  if (!found.ok) return found;
  const { scorecard, design } = found.value;
  const settings = design.backtestSettings;
  const input = { scorecard, measures: design.measures, settings, accountId, asOf };
  const page = await context.compute.request('accounts.get', input);
  if (!page.ok) return page;
  if (page.value === null) return fail('notFound', { what: 'account' });
  const account = loadAccountIds(ready.value.database).indexOf(accountId);
  const outcomes = loadCurrentOutcomes(ready.value.database)
    .filter((outcome) => outcome.account === account)
    .map(({ day, kind, noticeDay, reason }) => ({ day, kind, noticeDay, reason }));
  return succeed({ ...page.value, outcomes });
}
