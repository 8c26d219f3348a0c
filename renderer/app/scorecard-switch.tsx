import { Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { useDesign, useSelectedScorecard } from '../client/use-design.ts';
import { useQuery } from '../client/use-query.ts';

/** Which scorecard the pages show, and whether its draft is a saved version. */
export function ScorecardSwitch() {
  const { t } = useTranslation('shell');
  const scorecards = useDesign()?.scorecards ?? [];
  const selected = useSelectedScorecard();
  const selectScorecard = useAppStore((state) => state.selectScorecard);
  const versions = useQuery('design.versions', selected === null ? null : { scorecardId: selected.id }, {
    refreshOn: ['design'],
  });
  if (selected === null) return null;
  const last = versions.value?.items.reduce((a, b) => (b.number > a.number ? b : a), {
    number: 0,
    designHash: '',
  });
  const version =
    last === undefined || last.number === 0
      ? t('header.draft')
      : t(last.designHash === versions.value?.draftHash ? 'header.version' : 'header.versionDraft', {
          number: last.number,
        });
  return (
    <Group gap={6} wrap="nowrap">
      <Select
        size="xs"
        w={180}
        aria-label={t('header.scorecard')}
        data={scorecards.map((card) => ({ value: card.id, label: card.name }))}
        value={selected.id}
        allowDeselect={false}
        onChange={selectScorecard}
      />
      <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {version}
      </Text>
    </Group>
  );
}
