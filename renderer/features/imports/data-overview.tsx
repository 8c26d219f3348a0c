import { Stack } from '@mantine/core';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { AfterImport } from './after-import.tsx';
import { BatchList } from './batch-list.tsx';
import { CoverageSection } from './coverage-section.tsx';
import { CrossSectionNote } from './cross-section-note.tsx';
import { FindingCards } from './finding-cards.tsx';
import { MetricTable } from './metric-table.tsx';

/** Left the files, right what they hold and what stands out in it. */
export function DataOverview({ batches }: { readonly batches: readonly ImportBatch[] }) {
  const summary = useAppStore((state) => state.summary);
  return (
    <div className="data-columns">
      <BatchList batches={batches} />
      <Stack gap="lg" miw={0}>
        {summary !== null && <CrossSectionNote summary={summary} />}
        <AfterImport />
        <FindingCards />
        <CoverageSection />
        {summary !== null && <MetricTable metrics={summary.metrics} mainUsage={summary.mainUsage} />}
      </Stack>
    </div>
  );
}
