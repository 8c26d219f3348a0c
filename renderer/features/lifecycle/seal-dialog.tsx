import { Alert, NumberInput, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { sealTiming } from '../../../shared/lifecycle/seal-timing.ts';
import { useQuery } from '../../client/use-query.ts';
import { useTask } from '../../client/use-task.ts';
import { useFormat } from '../../format/use-format.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { OutcomeWords } from '../../ui/outcome-words.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FormDialog } from './form-dialog.tsx';

type Plan = ChannelOutput<'lifecycle.sealPlan'>;

export interface SealDialogProps {
  readonly scorecardId: string;
  readonly version: number;
  readonly onSealed: () => void;
  readonly onClose: () => void;
}

/** Seals the scores of a date: what will count as an outcome, and how much of it is known already. */
export function SealDialog(props: SealDialogProps) {
  const { scorecardId, version } = props;
  const query = useQuery('lifecycle.sealPlan', { scorecardId, version });
  return (
    <QueryView query={query}>
      {(plan) => (
        <OutcomeWords outcome={plan.settings.outcome}>
          <SealForm {...props} plan={plan} />
        </OutcomeWords>
      )}
    </QueryView>
  );
}

function SealForm({
  plan,
  scorecardId,
  version,
  onSealed,
  onClose,
}: SealDialogProps & { readonly plan: Plan }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const task = useTask('lifecycle.seal', t('sealing.title', { number: version }));
  const [asOf, setAsOf] = useState(plan.asOf);
  const [settings, setSettings] = useState(plan.settings);
  const [note, setNote] = useState('');
  const isReadable = !Number.isNaN(asOf) && isWhole(settings);
  const timing = sealTiming({ asOf, ...settings }, plan.knownThrough);
  const canSubmit = isReadable && !timing.isMature && asOf <= plan.knownThrough;
  const seal = async () => {
    const result = await task.run({ scorecardId, version, asOf, settings, note: note.trim() });
    if (!result.ok) return result;
    notifyDone(t('sealing.done', { accounts: format.count(result.value.accounts, 'account') }));
    onSealed();
    return result;
  };
  const field = (name: 'gapDays' | 'horizonDays' | 'capacityPerAsOf', label: string, min: number) => (
    <NumberInput
      label={label}
      min={min}
      max={name === 'capacityPerAsOf' ? 100_000 : 730}
      allowDecimal={false}
      value={Number.isNaN(settings[name]) ? '' : settings[name]}
      onChange={(value) => setSettings({ ...settings, [name]: value === '' ? Number.NaN : Number(value) })}
    />
  );
  return (
    <FormDialog
      title={t('sealing.title', { number: version })}
      text={t('sealing.text')}
      submit={t('sealing.submit')}
      canSubmit={canSubmit}
      onSubmit={seal}
      onClose={onClose}
    >
      <SimpleGrid cols={2}>
        <DayInput
          label={t('sealing.asOf')}
          description={t('sealing.asOfHelp', { day: format.day(plan.knownThrough) })}
          day={asOf}
          onChange={setAsOf}
        />
        <div style={{ alignSelf: 'end' }}>{field('capacityPerAsOf', t('sealing.capacity'), 1)}</div>
        {field('gapDays', t('sealing.gap'), 0)}
        {field('horizonDays', t('sealing.horizon'), 1)}
      </SimpleGrid>
      {isReadable ? (
        <SealTerms plan={plan} asOf={asOf} settings={settings} />
      ) : (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('sealing.invalid')}
        </Text>
      )}
      <Textarea
        label={t('sealing.note')}
        value={note}
        maxLength={2000}
        autosize
        minRows={1}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

interface SealTermsProps {
  readonly plan: Plan;
  readonly asOf: number;
  readonly settings: Plan['settings'];
}

/** What the seal will say of itself, before it is made. */
function SealTerms({ plan, asOf, settings }: SealTermsProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const timing = sealTiming({ asOf, ...settings }, plan.knownThrough);
  const all = settings.horizonDays;
  const passed = sealTiming({ asOf, ...settings }, plan.today).knownDays;
  if (asOf > plan.knownThrough) return <Alert color="red">{t('sealing.ahead')}</Alert>;
  if (timing.isMature) return <Alert color="red">{t('sealing.mature')}</Alert>;
  return (
    <Stack gap="xs" aria-live="polite">
      <Text size="sm">
        {t('sealing.window', {
          from: format.dayInSentence(timing.from),
          to: format.dayInSentence(timing.to),
        })}{' '}
        {t('sealing.gradable', { day: format.dayInSentence(timing.gradableOn) })}
      </Text>
      {settings.segment !== undefined && (
        <Text size="sm">{t('sealing.segment', { name: settings.segment.name })}</Text>
      )}
      {timing.knownDays > 0 && (
        <Alert color="yellow">{t('sealing.partly', { known: timing.knownDays, all })}</Alert>
      )}
      {passed > timing.knownDays && <Alert color="yellow">{t('sealing.passed', { passed, all })}</Alert>}
    </Stack>
  );
}

function isWhole({ gapDays, horizonDays, capacityPerAsOf }: Plan['settings']): boolean {
  const isIn = (value: number, min: number, max: number) =>
    Number.isInteger(value) && value >= min && value <= max;
  return isIn(gapDays, 0, 730) && isIn(horizonDays, 1, 730) && isIn(capacityPerAsOf, 1, 100_000);
}
