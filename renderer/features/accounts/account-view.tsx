import { Button, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountRecords } from './account-records.tsx';
import { AccountSummary } from './account-summary.tsx';
import { ContributionTable } from './contribution-table.tsx';
import { whyNotScored } from './describe-scoring.ts';
import { EntrySection } from './entries/entry-section.tsx';
import { NextBandPanel } from './next-band-panel.tsx';
import { OwnDayNote } from './own-day-note.tsx';
import { RuleNotes } from './rule-notes.tsx';
import { ScoreHistory } from './score-history.tsx';
import { useAccount } from './use-account.ts';
import { Waterfall } from './waterfall.tsx';

export interface AccountViewProps {
  readonly accountId: string;
  readonly scorecard: Scorecard;
  readonly measures: readonly Measure[];
  readonly asOf: number;
}

export function AccountView({ accountId, scorecard, measures, asOf }: AccountViewProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const account = useAccount(accountId, scorecard.id, asOf);
  const name = account.value?.name ?? '';
  return (
    <Page
      title={name === '' ? accountId : name}
      why={t('header.line', { id: accountId, date: format.dayInSentence(asOf), scorecard: scorecard.name })}
      actions={
        <Button variant="default" onClick={() => navigate('accounts')}>
          {t('picker.another')}
        </Button>
      }
    >
      <OwnDayNote accountId={accountId} />
      <QueryView query={account}>
        {(value) => {
          const scene = { account: value, scorecard, measures, asOf };
          const reason = whyNotScored(value, asOf, scorecard.minimumCoverage);
          const hasValues =
            reason === null || reason.type === 'coverage' || reason.type === 'nothingTakesPart';
          return (
            <>
              {account.refreshing && (
                <Text size="xs" c="dimmed" role="status">
                  {t('refreshing')}
                </Text>
              )}
              <AccountSummary {...scene} reason={reason} />
              <RuleNotes {...scene} />
              <ScoreHistory {...scene} />
              {reason === null && (
                <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
                  <Waterfall {...scene} />
                  <NextBandPanel {...scene} />
                </SimpleGrid>
              )}
              {hasValues && <ContributionTable {...scene} />}
              <EntrySection accountId={accountId} />
              <AccountFacts {...scene} />
              <AccountRecords records={value.records} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
