import { Box, Button, Collapse, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Check, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BacktestSettings } from '../../../shared/schemas/backtest-settings.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { FindingList } from './finding-list.tsx';
import { validateSettings } from './validate-settings.ts';

export interface LintCheckProps {
  readonly scorecardId: string;
  readonly settings: BacktestSettings;
}

/** What would make the next grade dishonest, known before the test window is opened. */
export function LintCheck({ scorecardId, settings }: LintCheckProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const [isOpen, { toggle }] = useDisclosure(false);
  const isUsable = validateSettings(settings).length === 0;
  const query = useQuery('backtests.lint', isUsable ? { scorecardId, settings } : null, {
    refreshOn: ['design', 'data'],
  });
  const findings = query.value?.findings;
  if (findings === undefined) return null;
  if (findings.length === 0) {
    return (
      <Group gap={6} data-testid="lint-check">
        <Check aria-hidden size={16} />
        <Text size="sm">{t('set.lintNone')}</Text>
      </Group>
    );
  }
  return (
    <div data-testid="lint-check">
      <Group gap={6}>
        <TriangleAlert aria-hidden size={16} />
        <Text size="sm">
          {t('set.lintSome', { count: findings.length, value: format.number(findings.length, 0) })}
        </Text>
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={toggle}>
          {t(isOpen ? 'set.lintHide' : 'set.lintShow')}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Box pt="xs">
          <FindingList findings={findings} />
        </Box>
      </Collapse>
    </div>
  );
}
