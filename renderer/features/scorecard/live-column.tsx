import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveFigures } from '../../../shared/schemas/figures.ts';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { holdsMost } from './build-live.ts';
import { ChangedLine } from './changed-line.tsx';
import { KeepShares } from './keep-shares.tsx';
import { LastGrade } from './last-grade.tsx';
import { LiveFiguresView } from './live-figures-view.tsx';
import { SuggestionBar } from './suggestion-bar.tsx';
import type { ChosenBaseline } from './use-baseline.ts';
import type { LiveSession, LiveWindow } from './use-live-session.ts';
import type { Suggestion } from './use-suggestion.ts';

export interface LiveColumnProps {
  readonly scorecardId: string;
  readonly card: Scorecard;
  readonly nameOf: (measureId: string) => string;
  readonly hasMeasures: boolean;
  readonly session: LiveSession;
  readonly baseline: ChosenBaseline;
  readonly suggestion: Suggestion;
  readonly onGrade: () => void;
}

/** Right: figures that follow the hand, of the design window only, and beside them the last graded result. */
export const LiveColumn = memo(function LiveColumn(props: LiveColumnProps) {
  const { scorecardId, hasMeasures, suggestion, onGrade } = props;
  const { t } = useTranslation('scorecard');
  return (
    <Stack gap="xs" className="scorecard-right" data-pane>
      <section className="live-figures optimistic" aria-label={t('live.title')}>
        <LiveHead />
        {hasMeasures ? <Body {...props} /> : <Text size="sm">{t('live.noMeasures')}</Text>}
      </section>
      {suggestion.active !== null && (
        <SuggestionBar suggestion={suggestion} label={suggestion.active.label}>
          <KeepShares
            suggestion={suggestion}
            sessionId={props.session.sessionId}
            card={props.card}
            figures={props.session.figures}
          />
        </SuggestionBar>
      )}
      <LastGrade scorecardId={scorecardId} onGrade={onGrade} canGrade={hasMeasures} />
    </Stack>
  );
});

const LiveHead = memo(function LiveHead() {
  const { t } = useTranslation('scorecard');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Title order={2} size="h6">
        {t('live.title')}
      </Title>
      <Group gap={6} wrap="nowrap">
        <Badge variant="outline" color="gray" radius="sm" tt="none" className="optimistic-badge">
          {t('live.optimistic')}
        </Badge>
        <HelpTip text={t('live.help')} />
      </Group>
    </Group>
  );
});

/** Asked only when the hand rests: an answer about accounts must never hold up the figures. */
const quietMs = 350;

function Body({ card, nameOf, session, baseline }: LiveColumnProps): ReactNode {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { figures, window, error, retry, sessionId } = session;
  const [settled] = useDebouncedValue(card, quietMs);
  const changes = useMemo(
    () => <ChangedLine card={settled} nameOf={nameOf} sessionId={sessionId} baseline={baseline} />,
    [settled, nameOf, sessionId, baseline],
  );
  if (error !== null) return <FailedState error={error} onRetry={retry} />;
  if (figures === null || window === null) return <LoadingState text={t('live.opening')} />;
  const warningFacts = (warning: LiveFigures['warnings'][number]) => {
    const { bands, share } = holdsMost(warning, card.bands, figures);
    const names = bands.map(({ label, symbol }) => label || symbol);
    return { band: names.join(' · '), share: format.percent(share, 0) };
  };
  return (
    <Stack gap={8}>
      <WindowLine window={window} session={session} />
      {figures.warnings.map((warning) => (
        <Alert key={warning} color="orange" p="xs">
          <Text size="xs">△ {t(`live.warning.${warning}`, warningFacts(warning))}</Text>
        </Alert>
      ))}
      {figures.rows === 0 ? (
        <Text size="sm">{t('live.noData')}</Text>
      ) : (
        <LiveFiguresView
          bands={card.bands}
          figures={figures}
          before={baseline.figures}
          since={baseline.since}
          schedule={window.settings.schedule.type}
          changes={changes}
          compareFromHere={baseline.compareFromHere}
        />
      )}
    </Stack>
  );
}

function WindowLine({ window, session }: { readonly window: LiveWindow; readonly session: LiveSession }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { figures } = session;
  if (figures === null || figures.rows === 0) return null;
  const { designFirst, designLast } = window;
  const unscored = figures.capacity.churners - figures.churners;
  const counts = {
    accounts: format.count(figures.accounts, 'account'),
    churners: format.count(figures.churners, 'churner'),
  };
  return (
    <Text size="xs" c="dimmed">
      {designFirst === null
        ? t('live.windowFlagged', counts)
        : t('live.window', { first: format.day(designFirst), last: format.day(designLast), ...counts })}
      {unscored > 0 && t('live.churnedUnscored', { churners: format.count(unscored, 'churner') })}
    </Text>
  );
}
