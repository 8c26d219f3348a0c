import { Alert, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { patternCellName } from '../../../shared/scoring/patterns.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { Explained } from '../../ui/explained.tsx';
import type { NotScored } from './describe-scoring.ts';
import type { AccountScene } from './use-account.ts';

export interface AccountSummaryProps extends Pick<AccountScene, 'account' | 'scorecard' | 'measures'> {
  readonly reason: NotScored | null;
}

/** The score with its band, how much data stands behind it, and what the team does about this band. */
export function AccountSummary({ account, scorecard, measures, reason }: AccountSummaryProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const band = scorecard.bands.find((other) => other.id === account.bandId) ?? null;
  const isScored = account.score !== null;
  return (
    <Stack gap="sm">
      <Group gap={40} align="flex-end">
        <Fact label={<Explained term="score">{t('header.score')}</Explained>}>
          <Text fz={32} fw={700} lh={1.1}>
            {format.score(account.score)}
            {isScored && (
              <Text span size="sm" c="dimmed">
                {' / 100'}
              </Text>
            )}
          </Text>
        </Fact>
        <Fact label={t('header.band')}>
          <BandBadge band={band} size="md" />
        </Fact>
        {(isScored || reason?.type === 'coverage') && (
          <Fact label={<Explained term="coverage">{t('header.coverage')}</Explained>}>
            <Text fw={600}>{format.percent(account.coverage, 0)}</Text>
          </Fact>
        )}
        {band !== null && (
          <>
            <Fact label={t('header.action')}>
              <Text maw={480}>{band.action === '' ? t('header.noAction') : band.action}</Text>
            </Fact>
            {band.owner !== '' && (
              <Fact label={t('header.owner')}>
                <Text>{band.owner}</Text>
              </Fact>
            )}
          </>
        )}
      </Group>
      <PatternFacts account={account} scorecard={scorecard} measures={measures} />
      {reason !== null && <NotScoredNote why={reason} />}
    </Stack>
  );
}

/** In which cell of each pattern the account is, and what the team does about it. */
function PatternFacts({ account, scorecard, measures }: Omit<AccountSummaryProps, 'reason'>) {
  const { t } = useTranslation('accounts');
  const { patterns = [] } = scorecard;
  const nameOf = (id: string) => measures.find((measure) => measure.id === id)?.name ?? id;
  const facts = patterns.flatMap((pattern, p) => {
    const cell = account.patterns?.[p] ?? null;
    const words = cell === null ? undefined : pattern.cells[cell];
    return cell === null || words === undefined ? [] : { pattern, cell, words };
  });
  if (facts.length === 0) return null;
  return (
    <Group gap={40} align="flex-start">
      {facts.map(({ pattern, cell, words }) => (
        <Fact key={pattern.id} label={pattern.name}>
          <Text fw={600}>{patternCellName(pattern, cell, nameOf)}</Text>
          <Text maw={480} size="sm">
            {[words.action === '' ? t('header.noPatternAction') : words.action, words.owner]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Fact>
      ))}
    </Group>
  );
}

function Fact({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      {children}
    </div>
  );
}

function NotScoredNote({ why }: { readonly why: NotScored }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const date = 'day' in why ? format.dayInSentence(why.day) : '';
  const coverage = why.type === 'coverage' ? format.percent(why.coverage) : '';
  const least = why.type === 'coverage' ? format.percent(why.minimum) : '';
  return (
    <Alert variant="light" color="gray" title={t('notScored.title')}>
      {t(`notScored.${why.type}`, { date, coverage, minimum: least })}
    </Alert>
  );
}
