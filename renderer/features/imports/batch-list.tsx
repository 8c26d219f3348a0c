import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '../../../shared/schemas/workspace-state.ts';
import { BatchCard } from './batch-card.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { RejectedDrawer } from './rejected-drawer.tsx';
import { Section } from './section.tsx';

/** The files imported, newest first. */
export function BatchList({ batches }: { readonly batches: readonly ImportBatch[] }) {
  const { t } = useTranslation('data');
  const [shown, setShown] = useState<ImportBatch | null>(null);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const newestFirst = [...batches].sort((a, b) => b.number - a.number);
  return (
    <Section title={t('batches.title')}>
      <ul className="batch-list">
        {newestFirst.map((batch) => (
          <li key={batch.number}>
            <BatchCard batch={batch} onShowRejected={() => setShown(batch)} />
          </li>
        ))}
      </ul>
      <Button
        size="compact-sm"
        variant="subtle"
        w="fit-content"
        leftSection={<History size={14} aria-hidden />}
        onClick={() => setHistoryOpen(true)}
      >
        {t('history.open')}
      </Button>
      <HistoryDrawer batches={batches} isOpen={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
      <RejectedDrawer batch={shown} onClose={() => setShown(null)} />
    </Section>
  );
}
