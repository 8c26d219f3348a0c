import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { manifestName } from '../../electron/engine/exports/export-manifest.ts';
import { createZip } from '../../electron/engine/exports/zip-writer.ts';
import { formatDay } from '../../shared/csv/calendar.ts';
import { generateSample, sampleSeed } from '../../shared/sample/generate-sample.ts';
import { sampleDesign } from '../../shared/sample/sample-design.ts';
import { sampleImportPlan } from '../../shared/sample/sample-import-plan.ts';
import type { SampleLanguage } from '../../shared/sample/sample-words.ts';
import type { ImportPlan } from '../../shared/schemas/import-plan.ts';

export interface SampleCut {
  readonly path: string;
  readonly plan: ImportPlan;
}

/**
 * The sample's files as they were exported on a day: no row that is dated later, outcomes complete until it. `from`
 * leaves out what happened before a day, for tests that need less.
 */
export function sampleUntil(
  day: number,
  { language = 'en', from = 0 }: { readonly language?: SampleLanguage; readonly from?: number } = {},
): SampleCut[] {
  const folder = mkdtempSync(join(tmpdir(), 'myaku-cut-'));
  return generateSample(sampleSeed, language).map(({ fileName, kind, text }) => {
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const first = kind === 'accounts' || kind === 'outcomes' ? '' : formatDay(from);
    const kept = lines.filter((line) => {
      const date = /\d{4}-\d{2}(-\d{2})?/.exec(line)?.[0] ?? '';
      return date >= first && date <= formatDay(day);
    });
    const path = join(folder, fileName);
    writeFileSync(path, `${[header, ...kept].join('\n')}\n`);
    const plan = sampleImportPlan(fileName, language);
    if (plan === null) throw new Error(`no plan for ${fileName}`);
    return { path, plan: plan.completeUntil === null ? plan : { ...plan, completeUntil: day } };
  });
}

/** The sample's design as one step of the design history. */
export function sampleStep(language: SampleLanguage = 'en') {
  const { measures, scorecard } = sampleDesign(language);
  return {
    scorecardId: scorecard.id,
    step: {
      nameKey: 'step.test',
      parameters: {},
      screen: 'scorecard',
      changes: [
        ...measures.map((body) => ({ kind: 'measure' as const, id: body.id, body })),
        { kind: 'scorecard' as const, id: scorecard.id, body: scorecard },
      ],
    },
  };
}

/** The same files as one export, which the app reads back in one go. */
export async function zipOf(cuts: readonly SampleCut[], path: string): Promise<void> {
  const zip = await createZip(path);
  for (const cut of cuts) {
    await zip.begin(basename(cut.path));
    await zip.write(readFileSync(cut.path));
  }
  await zip.begin(manifestName);
  const files = cuts.map(({ path: file, plan }) => ({ name: basename(file), plan }));
  const manifest = { format: 'myaku-export', version: 1, metrics: [], mainUsage: null, files };
  await zip.write(Buffer.from(JSON.stringify(manifest)));
  await zip.finish();
}
