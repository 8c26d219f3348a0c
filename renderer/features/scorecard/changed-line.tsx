import { Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import type { Baseline } from './use-baseline.ts';
import type { LiveSession } from './use-live-session.ts';

export interface ChangedLineProps {
  readonly card: Scorecard;
  readonly nameOf: (measureId: string) => string;
  readonly session: LiveSession;
  readonly baseline: Baseline;
}

/** Asked only when the hand rests: an answer about accounts must never hold up the figures. */
const quietMs = 350;

/** How many accounts are in another band than before, and which. */
export function ChangedLine({ card, nameOf, session, baseline }: ChangedLineProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { sessionId } = session;
  const [settled] = useDebouncedValue(card, quietMs);
  const isSame = settled === baseline.card;
  const query = useQuery(
    'live.compare',
    sessionId === null || isSame ? null : { sessionId, scorecards: [baseline.card, settled] },
  );
  const changed = isSame ? 0 : (query.value?.items[1]?.changed ?? 0);
  return (
    <>
      {changed > 0 && (
        <Group gap={6} mt={4}>
          <Text size="xs">
            {t('panels.changes.line', { since: baseline.since, accounts: format.count(changed, 'account') })}
          </Text>
          <button type="button" className="plain-link" onClick={() => setOpen(true)}>
            {t('panels.changes.open')}
          </button>
        </Group>
      )}
      {isOpen && sessionId !== null && (
        <ChangesDialog
          sessionId={sessionId}
          baseline={baseline}
          card={settled}
          nameOf={nameOf}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
