import { Group, Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { Section } from '../../ui/section.tsx';
import { type BandStep, buildNextBand, type NextBand } from './build-next-band.ts';
import { buildRowFacts } from './build-row-facts.ts';
import { measureName } from './measure-name.ts';
import { safeBound } from './safe-bound.ts';
import type { AccountScene } from './use-account.ts';

/** What would lift the account one band: each measure alone, least change first. */
export function NextBandPanel({ account, scorecard, measures }: AccountScene) {
  const { t } = useTranslation('accounts');
  const next = useMemo(() => {
    return buildNextBand({ scorecard, measures, ...buildRowFacts(account, scorecard) });
  }, [account, scorecard, measures]);
  return (
    <Section title={t('next.title')} help={t('next.help')}>
      {next.type === 'steps' ? (
        <Steps next={next} measures={measures} />
      ) : (
        <Text size="sm">{t(`next.${next.type}`)}</Text>
      )}
    </Section>
  );
}

interface StepsProps {
  readonly next: Extract<NextBand, { type: 'steps' }>;
  readonly measures: AccountScene['measures'];
}

function Steps({ next, measures }: StepsProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Group gap={6}>
        <BandBadge band={next.band} />
        <Text size="sm">{t('next.missing', { points: format.score(next.missing) })}</Text>
      </Group>
      {next.steps.length === 0 ? (
        <Text size="sm">
          {next.bestAlone === null
            ? t('next.none')
            : t('next.noneAlone', {
                measure: measureName(measures, next.bestAlone.measureId),
                score: format.score(next.bestAlone.score),
              })}
        </Text>
      ) : (
        <Table fz="sm" aria-label={t('next.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.measure')}</Table.Th>
              <Table.Th className="num">{t('next.now')}</Table.Th>
              <Table.Th className="num">{t('next.needed')}</Table.Th>
              <Table.Th className="num">{t('next.scoreThen')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {next.steps.map((step) => (
              <StepRow key={step.measureId} step={step} name={measureName(measures, step.measureId)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

function StepRow({ step, name }: { readonly step: BandStep; readonly name: string }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const value = format.number(safeBound(step.value, step.needs), 3);
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {!step.actionable && (
          <Text size="xs" c="dimmed">
            {t('next.notActionable')}
          </Text>
        )}
      </Table.Td>
      <Table.Td className="num">
        {step.from === null ? t('contributions.noValue') : format.number(step.from, 3)}
      </Table.Td>
      <Table.Td className="num" style={{ whiteSpace: 'nowrap' }}>
        {t(`next.needs.${step.needs}`, { value })}
      </Table.Td>
      <Table.Td className="num">
        <Group gap={6} justify="flex-end" wrap="nowrap">
          {format.score(step.scoreThen)}
          <BandBadge band={step.bandThen} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
