import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decisions, type Freeze, type Review } from '../../../shared/schemas/lifecycle.ts';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';

export interface ReviewFormProps {
  readonly freeze: Freeze;
  readonly today: number;
  /** No review of this freeze is on record. */
  readonly isFirst: boolean;
}

/** The decision at the end of a freeze, with its reason. */
export function ReviewForm({ freeze, today, isFirst }: ReviewFormProps) {
  const { t, i18n } = useTranslation('lifecycle');
  const format = useFormat();
  const [decision, setDecision] = useState<Review['decision']>('keep');
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const result = await call('lifecycle.review', { freezeId: freeze.id, decision, note: note.trim() });
    setBusy(false);
    if (!result.ok) return notifyFailure(i18n, result.error);
    setNote('');
    setAgain(false);
    notifyDone(t('review.saved'));
  };
  if (!isFirst && !isAgain) {
    return (
      <Group>
        <Button size="compact-sm" variant="default" onClick={() => setAgain(true)}>
          {t('review.again')}
        </Button>
      </Group>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <Radio.Group
          label={t('review.decision')}
          value={decision}
          onChange={(value) => setDecision(decisions.find((one) => one === value) ?? 'keep')}
        >
          <Group gap="sm" mt={4}>
            {decisions.map((one) => (
              <Radio key={one} value={one} label={t(`review.decisions.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          required
          label={t('review.note')}
          value={note}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {freeze.state === 'active' && freeze.reviewOn > today && (
          <Text size="xs" c="dimmed">
            {t('review.early', { day: format.day(freeze.reviewOn) })}
          </Text>
        )}
        <Group>
          <Button size="xs" type="submit" variant="default" loading={isBusy} disabled={note.trim() === ''}>
            {t('review.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
