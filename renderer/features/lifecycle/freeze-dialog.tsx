import { SegmentedControl, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { addMonths } from './add-months.ts';
import { FormDialog } from './form-dialog.tsx';

export interface FreezeDialogProps {
  readonly scorecardId: string;
  readonly version: number;
  readonly today: number;
  readonly onClose: () => void;
}

const lengths = ['3', '4', '6'] as const;

/** Freezes a version: 3 months unless somebody says otherwise, with a review on the last day. */
export function FreezeDialog({ scorecardId, version, today, onClose }: FreezeDialogProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const monthsId = useId();
  const [until, setUntil] = useState(() => addMonths(today, 3));
  const [review, setReview] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const reviewOn = review ?? until;
  const isUsual = until >= addMonths(today, 3) && until <= addMonths(today, 6);
  const isReadable = !Number.isNaN(until) && !Number.isNaN(reviewOn);
  const isAhead = until > today && reviewOn > today;
  const freeze = async () => {
    const result = await call('lifecycle.freeze', {
      scorecardId,
      version,
      until,
      reviewOn,
      note: note.trim(),
    });
    if (result.ok) notifyDone(t('freeze.done', { number: version, until: format.dayInSentence(until) }));
    return result;
  };
  const length = lengths.find((months) => addMonths(today, Number(months)) === until);
  return (
    <FormDialog
      title={t('freeze.title', { number: version })}
      text={t('freeze.text')}
      submit={t('freeze.submit')}
      canSubmit={isReadable && isAhead && (isUsual || note.trim() !== '')}
      onSubmit={freeze}
      onClose={onClose}
    >
      <Stack gap={4}>
        <Text size="sm" fw={500} id={monthsId}>
          {t('freeze.monthsLabel')}
        </Text>
        <SegmentedControl
          aria-labelledby={monthsId}
          value={length ?? ''}
          data={lengths.map((value) => ({ value, label: t('freeze.months', { value }) }))}
          onChange={(months) => setUntil(addMonths(today, Number(months)))}
        />
      </Stack>
      <SimpleGrid cols={2}>
        <DayInput
          label={t('freeze.until')}
          day={until}
          onChange={setUntil}
          error={until <= today ? t('freeze.past') : null}
        />
        <DayInput
          label={t('freeze.reviewOn')}
          description={t('freeze.reviewHelp')}
          day={reviewOn}
          onChange={setReview}
          error={reviewOn <= today ? t('freeze.past') : null}
        />
      </SimpleGrid>
      <Textarea
        label={t('freeze.note')}
        placeholder={t('freeze.notePlaceholder')}
        value={note}
        maxLength={2000}
        autosize
        minRows={2}
        required={!isUsual}
        {...(isUsual ? {} : { description: t('freeze.noteNeeded') })}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
