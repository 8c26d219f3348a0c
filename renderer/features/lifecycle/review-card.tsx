import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Freeze,
  LifecycleState,
  LifecycleVersion,
  SealHead,
} from '../../../shared/schemas/lifecycle.ts';
import { addressOf } from '../../client/route.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { ReviewForm } from './review-form.tsx';

export interface ReviewCardProps {
  readonly freeze: Freeze;
  readonly state: LifecycleState;
}

/** Plan, do, check, act of one freeze. */
export function ReviewCard({ freeze, state }: ReviewCardProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const version = state.versions.find(({ number }) => number === freeze.version) ?? null;
  const seals = state.seals.filter((seal) => seal.version.number === freeze.version);
  const reviews = state.reviews.filter(({ freezeId }) => freezeId === freeze.id);
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      aria-label={t('review.title', { version: freeze.version })}
      data-testid="review"
    >
      <Group mb="sm" gap="sm">
        <Title order={2} size="h5">
          {t('review.title', { version: freeze.version })}
        </Title>
        <Badge variant={freeze.state === 'active' ? 'light' : 'default'} tt="none">
          {t(`freeze.state.${freeze.state}`)}
        </Badge>
        <Text size="sm" c="dimmed">
          {t('freeze.span', { from: format.day(freeze.from), until: format.day(freeze.until) })}
        </Text>
        {freeze.ended !== null && (
          <Text size="sm" c="dimmed">
            {t('freeze.endedOn', { day: format.day(freeze.ended.day), reason: freeze.ended.reason })}
          </Text>
        )}
      </Group>
      <div className="pdca">
        <Part title={t('review.plan')}>
          <PlanPart freeze={freeze} version={version} />
        </Part>
        <Part title={t('review.do')}>
          <DoPart freeze={freeze} version={version} />
        </Part>
        <Part title={t('review.check')}>
          {seals.length === 0 && <Text size="sm">{t('review.noSeals')}</Text>}
          {seals.map((seal) => (
            <SealLine key={seal.id} seal={seal} />
          ))}
        </Part>
        <Part title={t('review.act')}>
          {reviews.map((review) => (
            <div key={review.id}>
              <Text size="sm" fw={600}>
                {t('review.past', {
                  day: format.day(review.day),
                  decision: t(`review.decisions.${review.decision}`),
                })}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                {review.note}
              </Text>
            </div>
          ))}
          <ReviewForm freeze={freeze} today={state.today} isFirst={reviews.length === 0} />
        </Part>
      </div>
    </Paper>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Stack gap={6}>
      <Title order={3} size="sm" c="dimmed">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

interface PartProps {
  readonly freeze: Freeze;
  readonly version: LifecycleVersion | null;
}

function PlanPart({ freeze, version }: PartProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const promised = version?.promised ?? null;
  const goal = version?.goal ?? '';
  return (
    <>
      <Text size="sm">{goal === '' ? t('review.noGoal') : t('review.goal', { goal })}</Text>
      <Text size="sm">
        {promised === null
          ? t('review.noPromised')
          : t('review.promised', {
              auc: `AUC ${format.auc(promised.auc?.value ?? null)} ${format.interval(promised.auc?.low ?? null, promised.auc?.high ?? null)}`,
              churners: promised.churners,
              caught: promised.caught,
            })}
      </Text>
      {promised?.window === 'design' && (
        <Text size="xs" c="dimmed">
          {t('review.promisedDesign')}
        </Text>
      )}
      {freeze.note !== '' && <Text size="sm">{t('review.freezeNote', { note: freeze.note })}</Text>}
      <Text size="sm">{t('review.planned', { day: format.day(freeze.reviewOn) })}</Text>
    </>
  );
}

function DoPart({ freeze, version }: PartProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const acting = (version?.bands ?? []).filter(({ action }) => action !== '');
  return (
    <>
      <Text size="sm">
        {t('review.contacts', {
          count: freeze.contacts,
          contacts: format.number(freeze.contacts, 0),
          accounts: format.number(freeze.contactedAccounts, 0),
        })}
      </Text>
      <Text size="xs" c="dimmed">
        {t(acting.length === 0 ? 'review.noActions' : 'review.actions')}
      </Text>
      {acting.map((band) => (
        <Group key={band.id} gap={6} wrap="nowrap" align="flex-start">
          <BandBadge band={band} />
          <Text size="sm">
            {band.action}
            {band.owner === '' ? '' : ` (${band.owner})`}
          </Text>
        </Group>
      ))}
    </>
  );
}

function SealLine({ seal }: { readonly seal: SealHead }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const asOf = format.day(seal.asOf);
  const figures = seal.grade?.figures;
  const text = () => {
    if (figures === undefined) {
      return seal.state === 'ready'
        ? t('review.ready', { asOf })
        : t('review.waiting', { asOf, day: format.day(seal.gradableOn) });
    }
    const { churned, auc, gate } = figures;
    if (gate === 'tooFew') return t('review.gradedFew', { asOf, churned });
    const interval = format.interval(auc?.low ?? null, auc?.high ?? null);
    return t('review.graded', { asOf, churned, auc: `${format.auc(auc?.value ?? null)} ${interval}` });
  };
  return (
    <Anchor size="sm" href={addressOf({ name: 'lifecycle', argument: seal.id })}>
      {text()}
    </Anchor>
  );
}
