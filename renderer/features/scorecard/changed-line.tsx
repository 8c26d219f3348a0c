import { Group, Text } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { measuresOf } from '../../../shared/scoring/measures-of.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import type { Baseline } from './use-baseline.ts';

export interface ChangedLineProps {
  /** As the hand left it. */
  readonly card: Scorecard;
  readonly nameOf: (measureId: string) => string;
  readonly sessionId: string | null;
  readonly baseline: Baseline;
}

/** How many accounts are in another band than before, and which. */
export const ChangedLine = memo(function ChangedLine(props: ChangedLineProps) {
  const { card, nameOf, sessionId, baseline } = props;
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const isSame = card === baseline.card || measuresOf(baseline.card).length === 0;
  const query = useQuery(
    'live.compare',
    sessionId === null || isSame ? null : { sessionId, scorecards: [baseline.card, card] },
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
          card={card}
          nameOf={nameOf}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
});
