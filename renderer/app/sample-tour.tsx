import { Button, Group, Paper, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../client/app-store.ts';
import { navigate } from '../client/navigate.ts';

const steps = ['data', 'measures', 'scorecard', 'backtest', 'lists'] as const;

/** Five sentences through the sample, one a page; skipped for good with one click. */
export function SampleTour() {
  const { t } = useTranslation('shell');
  const isSample = useAppStore((state) => state.workspace?.sample === true && !state.workspace.isBeingMade);
  const route = useAppStore((state) => state.route.name);
  const [position, setPosition] = useLocalStorage({
    key: 'myaku.tour',
    defaultValue: 0,
    // A closed tour read late would be opened again by the page it is on.
    getInitialValueInEffect: false,
  });
  const here = (steps as readonly string[]).indexOf(route);
  useEffect(() => {
    if (here > position) setPosition(here);
  }, [here, position, setPosition]);
  // A page that is no step of the tour has nothing to be guided to.
  if (!isSample || position >= steps.length || (here < 0 && route !== 'home')) return null;
  const shown = here >= 0 ? here : position;
  const step = steps[shown] ?? steps[0];
  const following = steps[shown + 1];
  const goOn = () => {
    setPosition(shown + 1);
    if (following !== undefined) navigate(following);
  };
  return (
    <Paper withBorder radius={0} px="md" py="xs" component="section" aria-label={t('tour.label')}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">
          <Text span size="xs" c="dimmed">
            {t('tour.count', { step: shown + 1, steps: steps.length })}{' '}
          </Text>
          {t(`tour.${step}`)}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {here >= 0 ? (
            <Button size="compact-sm" variant="light" onClick={goOn}>
              {t(following === undefined ? 'tour.end' : 'tour.next')}
            </Button>
          ) : (
            <Button size="compact-sm" variant="light" onClick={() => navigate(step)}>
              {t('tour.go')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => setPosition(steps.length)}>
            {t('tour.skip')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
