import { Radio, SegmentedControl, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataSummary } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { notifyFailure } from '../../ui/notify.ts';
import { Section } from './section.tsx';

type Metric = DataSummary['metrics'][number];

export interface MetricTableProps {
  readonly metrics: readonly Metric[];
  readonly mainUsage: string | null;
}

/** Every metric: which is the main usage, and whether a missing row means 0 or nothing. */
export function MetricTable({ metrics, mainUsage }: MetricTableProps) {
  const { t } = useTranslation('data');
  if (metrics.length === 0) return null;
  return (
    <Section title={t('metrics.title')} text={t('metrics.text')}>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table fz="xs" verticalSpacing={6} aria-label={t('metrics.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                {t('metrics.mainUsage')} <HelpTip text={t('metrics.mainUsageHelp')} />
              </Table.Th>
              <Table.Th>{t('metrics.name')}</Table.Th>
              <Table.Th>
                {t('metrics.kind')} <HelpTip text={t('metrics.kindHelp')} />
              </Table.Th>
              <Table.Th>{t('metrics.grain')}</Table.Th>
              <Table.Th className="num">{t('metrics.values')}</Table.Th>
              <Table.Th>{t('metrics.dates')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {metrics.map((metric) => (
              <MetricLine key={metric.name} metric={metric} isMain={metric.name === mainUsage} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function MetricLine({ metric, isMain }: { readonly metric: Metric; readonly isMain: boolean }) {
  const { t, i18n } = useTranslation('data');
  const format = useFormat();
  const readOnly = useAppStore((state) => state.workspace?.readOnly ?? false);
  const { name, kind, grain, lagDays, values, firstDay, lastDay } = metric;
  const setMain = async () => {
    const done = await call('data.setMainUsage', { metric: name });
    if (!done.ok) notifyFailure(i18n, done.error);
  };
  const setKind = async (next: Metric['kind']) => {
    const done = await call('data.setMetricKind', { metric: name, kind: next });
    if (!done.ok) notifyFailure(i18n, done.error);
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Radio
          size="xs"
          name="main-usage"
          aria-label={t('metrics.setMain', { name })}
          checked={isMain}
          disabled={readOnly || kind !== 'flow'}
          onChange={() => void setMain()}
        />
      </Table.Td>
      <Table.Td>
        <Text size="xs" fw={600}>
          {name}
        </Text>
      </Table.Td>
      <Table.Td>
        <SegmentedControl
          size="xs"
          aria-label={t('metrics.kindOf', { name })}
          value={kind}
          disabled={readOnly}
          onChange={(value) => void setKind(value === 'level' ? 'level' : 'flow')}
          data={[
            { value: 'flow', label: t('metricKind.flow') },
            { value: 'level', label: t('metricKind.level') },
          ]}
        />
      </Table.Td>
      <Table.Td>
        {t(`grain.${grain}`)}
        {lagDays > 0 && ` + ${format.count(lagDays, 'day')}`}
      </Table.Td>
      <Table.Td className="num">{format.number(values, 0)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {format.day(firstDay)} – {format.day(lastDay)}
      </Table.Td>
    </Table.Tr>
  );
}
