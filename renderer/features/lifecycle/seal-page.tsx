import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { SealCell } from '../../../shared/schemas/lifecycle.ts';
import { call } from '../../client/client.ts';
import { navigate } from '../../client/navigate.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { OutcomeWords } from '../../ui/outcome-words.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { SealFacts } from './seal-facts.tsx';
import { SealGrade } from './seal-grade.tsx';
import { SealRows } from './seal-rows.tsx';

export type SealDetail = NonNullable<ChannelOutput<'lifecycle.sealDetail'>['detail']>;

/** Which accounts are shown beneath, and what their number is called. */
export interface ShownCell {
  readonly cell: SealCell;
  readonly title: string;
}

/** One sealed prediction: what was sealed, what it waits for, and what it came to. */
export function SealPage({ sealId }: { readonly sealId: string }) {
  const { t } = useTranslation('lifecycle');
  const query = useQuery('lifecycle.sealDetail', { sealId }, { refreshOn: ['data', 'design'] });
  return (
    <QueryView query={query}>
      {({ detail }) =>
        detail === null ? (
          <Page title={t('seals.title')} actions={<BackButton />}>
            <Alert color="red" title={t('grade.changedTitle')} role="alert">
              {t('grade.changedText')}
            </Alert>
          </Page>
        ) : (
          <OutcomeWords outcome={detail.seal.settings.outcome}>
            <SealView detail={detail} />
          </OutcomeWords>
        )
      }
    </QueryView>
  );
}

function BackButton() {
  const { t } = useTranslation('lifecycle');
  return (
    <Button variant="default" onClick={() => navigate('lifecycle')}>
      {t('seals.back')}
    </Button>
  );
}

function SealView({ detail }: { readonly detail: SealDetail }) {
  const { t, i18n } = useTranslation('lifecycle');
  const format = useFormat();
  const { seal } = detail;
  const [shown, setShown] = useState<ShownCell>({ cell: { type: 'sealed' }, title: t('grade.count.sealed') });
  const [isBusy, setBusy] = useState(false);
  const grade = async () => {
    setBusy(true);
    const result = await call('lifecycle.grade', { sealId: seal.id });
    setBusy(false);
    if (result.ok) notifyDone(t('grade.done'));
    else notifyFailure(i18n, result.error);
  };
  return (
    <Page
      title={t('grade.title', { number: seal.version.number, asOf: format.day(seal.asOf) })}
      actions={<BackButton />}
      primary={
        seal.state === 'ready' && (
          <Button loading={isBusy} onClick={() => void grade()}>
            {t('grade.button')}
          </Button>
        )
      }
    >
      <SealStanding detail={detail} />
      {detail.figures !== null && <SealGrade detail={detail} figures={detail.figures} onShow={setShown} />}
      <SealFacts detail={detail} onShow={setShown} />
      <SealRows seal={seal} bands={detail.bands} shown={shown} />
    </Page>
  );
}

/** What an ungraded seal waits for. */
function SealStanding({ detail: { seal } }: { readonly detail: SealDetail }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const state = useQuery('data.summary', {}, { refreshOn: ['data'] });
  const known = state.value?.knownThrough ?? null;
  if (seal.state === 'graded') return null;
  if (seal.state === 'ready') {
    return (
      <Alert variant="light" title={t('grade.readyTitle')}>
        {t('grade.readyText')}
      </Alert>
    );
  }
  return (
    <Alert variant="light" title={t('grade.waitingTitle')} data-testid="seal-waits">
      <Group>
        <Text size="sm">
          {t('grade.waitingText', {
            day: format.dayInSentence(seal.gradableOn),
            known: format.dayInSentence(known),
            days: known === null ? '–' : format.count(seal.gradableOn - known, 'day'),
          })}
        </Text>
      </Group>
    </Alert>
  );
}
