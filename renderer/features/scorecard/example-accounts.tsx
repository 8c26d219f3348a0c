import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';
import type { ScorecardMeasure } from '../../../shared/schemas/scorecard.ts';
import { missingPoints, NO_POINTS, scalePoints } from '../../../shared/scoring/points.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { ExampleRows } from '../../ui/example-rows.tsx';
import { peerPointsOf } from './peer-points-of.ts';

export interface ExampleAccountsProps {
  readonly examples: MeasureFigures['examples'];
  readonly peers: MeasureFigures['peers'];
  readonly chosen: ScorecardMeasure;
}

/** Three accounts of the newest date with the points they earn now and where the value came from; a name opens the account. */
export function ExampleAccounts({ examples, peers, chosen }: ExampleAccountsProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const line = (value: number | null) => {
    const { scale } = chosen;
    if (value !== null && scale.type === 'percentile') {
      const earned = peerPointsOf(peers, value, scale.direction);
      const written = format.number(value, 3);
      return earned === null
        ? written
        : t('scale.exampleLine', { value: written, points: format.number(earned, 1) });
    }
    const hundredths =
      value === null || scale.type === 'percentile'
        ? missingPoints(chosen.missing)
        : scalePoints(scale, value);
    if (hundredths === NO_POINTS) return t('scale.exampleExcluded');
    const points = format.number(hundredths / 100, 1);
    if (value === null) return t('scale.exampleMissing', { points });
    return t('scale.exampleLine', { value: format.number(value, 3), points });
  };
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">
        {t('scale.examples')}
      </Title>
      <ul className="example-accounts">
        {examples.map((example) => (
          <li key={example.accountId}>
            <button
              type="button"
              className="plain-link"
              onClick={() => navigate('accounts', example.accountId)}
            >
              {example.name || example.accountId}
            </button>
            <Text span size="sm" className="num">
              {line(example.value)}
            </Text>
            <ExampleRows example={example} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
