import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Chart } from '../../ui/chart.tsx';
import { Section } from '../../ui/section.tsx';
import { type AccountMark, buildAccountMarks } from './build-account-marks.ts';
import { buildHistoryChart, type HistoryChartWords, recordLanes } from './build-history-chart.ts';
import type { AccountScene } from './use-account.ts';

export function ScoreHistory({ account, scorecard, asOf }: AccountScene) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const words = useHistoryWords(scorecard.bands);
  const shown = useMemo(() => {
    const first = account.history.findIndex((point) => point.score !== null);
    return first < 0 ? [] : account.history.slice(Math.max(0, first - 1));
  }, [account]);
  const option = useMemo(() => {
    const firstDay = shown[0]?.asOf ?? asOf;
    const marks = buildAccountMarks(account, firstDay);
    return buildHistoryChart({ history: shown, bands: scorecard.bands, marks, asOf, words });
  }, [account, shown, scorecard, asOf, words]);
  const scored = shown.filter((point) => point.score !== null);
  const [first, last] = [scored[0], scored.at(-1)];
  return (
    <Section title={t('history.title')} help={t('history.help')}>
      {first === undefined || last === undefined ? (
        <Text size="sm">{t('history.none')}</Text>
      ) : (
        <>
          <MarkLegend account={account} firstDay={shown[0]?.asOf ?? asOf} />
          <Chart
            option={option}
            height={300}
            ariaLabel={t('history.label', {
              first: format.score(first.score),
              firstDate: format.dayInSentence(first.asOf),
              last: format.score(last.score),
              lastDate: format.dayInSentence(last.asOf),
            })}
          />
        </>
      )}
    </Section>
  );
}

/** Which shape at the foot is which; only those that are there. */
function MarkLegend({ account, firstDay }: Pick<AccountScene, 'account'> & { readonly firstDay: number }) {
  const { t } = useTranslation('accounts');
  const kinds = new Set(account.records.filter(({ day }) => day >= firstDay).map(({ kind }) => kind));
  const shown = recordLanes.filter(({ kind }) => kinds.has(kind));
  if (shown.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" data-testid="mark-legend">
      {shown.map(({ kind, sign }) => `${sign} ${t(`mark.${kind}`)}`).join(' · ')}
    </Text>
  );
}

function useHistoryWords(bands: AccountScene['scorecard']['bands']): HistoryChartWords {
  const { t } = useTranslation(['accounts', 'common']);
  const format = useFormat();
  return useMemo(() => {
    const shortMark = (mark: AccountMark) =>
      mark.outcome !== null ? t(`outcome.${mark.outcome}`) : t(`mark.${mark.kind}`);
    return {
      score: t('header.score'),
      asOf: t('mark.asOf'),
      shortMark,
      describeScore: ({ asOf, score, bandId }) => {
        const band = bands.find((other) => other.id === bandId);
        const label = band === undefined ? t('common:label.notScored') : `${band.symbol} ${band.label}`;
        return `${format.day(asOf)}\n${format.score(score)}  ${label}`;
      },
      describeMark: (mark) => {
        const rows = mark.records.map(({ source, rows: count, text }) =>
          mark.recordKind === 'record' || count > 1
            ? `${source}: ${format.count(count, 'item')}`
            : text.slice(0, 120),
        );
        if (mark.recordKind !== null) rows.unshift(t(`mark.${mark.recordKind}`));
        return [format.day(mark.day), ...(rows.length > 0 ? rows : [shortMark(mark)])].join('\n');
      },
    };
  }, [t, format, bands]);
}
