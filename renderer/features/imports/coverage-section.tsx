import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../client/use-query.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { buildCoverage } from './build-coverage.ts';
import { CoverageMap } from './coverage-map.tsx';
import { Section } from './section.tsx';

/** How much of each metric there is, month by month. */
export function CoverageSection() {
  const { t } = useTranslation('data');
  const coverage = useQuery('data.coverage', {}, { refreshOn: ['data'] });
  const none = (
    <Text size="sm" c="dimmed">
      {t('coverage.none')}
    </Text>
  );
  return (
    <Section title={t('coverage.title')} text={t('coverage.text')}>
      <QueryView query={coverage} empty={({ rows, months }) => (rows.length === 0 || months === 0) && none}>
        {(value) => <CoverageMap map={buildCoverage(value)} />}
      </QueryView>
    </Section>
  );
}
