import type { ReportInput, ReportWords } from '../../../../renderer/features/backtest/report/report-input.ts';
import { describeMeasure } from '../../../../renderer/format/describe-measure.ts';
import { createFormat } from '../../../../renderer/format/use-format.ts';
import { measureWords } from '../../../../renderer/format/use-measure-words.ts';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { sayOutcome } from '../../../../renderer/i18n/say-outcome.ts';
import { startI18n } from '../../../../renderer/i18n/start-i18n.ts';
import type { SoughtOutcome } from '../../../../shared/schemas/outcome-kinds.ts';
import { runEngine } from '../../../helpers/run-engine.ts';

/** A graded sample workspace, as the dialog hands it to the report, but for the words. */
export type SampleReport = Omit<ReportInput, 'words'>;

/** Opens the sample in a real engine, grades its scorecard and asks for everything a report holds. */
export async function gradeSample(): Promise<SampleReport> {
  const engine = await runEngine();
  try {
    await engine.get('workspace.openSample', { language: 'ja', taskId: 's' });
    const scorecard = (await engine.get('design.get', {})).scorecards[0]!;
    const settings = await engine.get('backtests.proposeSettings', { scorecardId: scorecard.id });
    const output = await engine.get('backtests.run', { scorecardId: scorecard.id, settings, taskId: 'r' });
    const runId = output.run.id;
    return {
      output,
      facts: await engine.get('reports.facts', { runId }),
      lab: await engine.get('backtests.lab', { runId, taskId: 'l' }),
      gaps: await engine.get('backtests.missing', { runId, taskId: 'm' }),
      luck: { designs: 1, mean: 0.59, percentile95: 0.65, reached: 0.81 },
      workspace: 'サンプル',
      findings: (await engine.get('data.summary', {})).findings,
      madeAtMs: Date.parse('2026-11-27T12:00:00'),
      appVersion: '0.1.0',
      showsNames: false,
    };
  } finally {
    await engine.stop();
  }
}

export function reportWords(language: Language, outcome: SoughtOutcome = 'churn'): ReportWords {
  const i18n = sayOutcome(startI18n(language), outcome);
  const measures = i18n.getFixedT(language, 'measures');
  const words = measureWords({
    t: measures,
    metrics: [],
    measures: [],
    recordNames: { sourceName: (source) => source, columnName: (_, column) => column },
  });
  return {
    language,
    t: i18n.getFixedT(language, ['backtest', 'common'] as const),
    scorecard: i18n.getFixedT(language, 'scorecard'),
    data: i18n.getFixedT(language, 'data'),
    explain: i18n.getFixedT(language, 'explain'),
    format: createFormat(language, i18n.getFixedT(language, 'common')),
    describe: (measure) => describeMeasure(measure, words),
  };
}
