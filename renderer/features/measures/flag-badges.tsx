import { Badge, Group, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { MeasureRow } from './build-measure-rows.ts';

export interface MeasureWarning {
  readonly key: string;
  readonly name: string;
  readonly help: string;
}

/** What makes a measure suspicious, with the reason, in the window's language. */
export function useMeasureWarnings(): (row: Pick<MeasureRow, 'figures' | 'explored'>) => MeasureWarning[] {
  const { t } = useTranslation('measures');
  const format = useFormat();
  return ({ figures, explored }) => {
    const flags = (figures?.suspicious ?? []).map((flag) => ({
      key: flag as string,
      name: t(`flag.${flag}`),
      help: t(`flagHelp.${flag}`),
    }));
    const around = explored?.aroundChurn ?? null;
    if (around === null) return flags;
    const help = t('explorer.flagHelp.aroundChurn', {
      total: format.count(around.churned + around.others, 'account'),
      churned: format.count(around.churned, 'account'),
    });
    return [...flags, { key: 'aroundChurn', name: t('explorer.flag.aroundChurn'), help }];
  };
}

/** A word each, its reason on hover and focus. */
export function FlagBadges({ row }: { readonly row: MeasureRow }) {
  const warningsOf = useMeasureWarnings();
  return (
    <Group gap={4}>
      {warningsOf(row).map(({ key, name, help }) => (
        <Tooltip
          key={key}
          label={help}
          multiline
          maw={320}
          withArrow
          events={{ hover: true, focus: true, touch: true }}
        >
          <Badge
            color="orange"
            variant="outline"
            size="sm"
            radius="sm"
            tt="none"
            tabIndex={0}
            className="measure-flag"
          >
            △ {name}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}
