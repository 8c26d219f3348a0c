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
export function useMeasureWarnings(): (
  row: Pick<MeasureRow, 'measure' | 'figures' | 'explored'>,
) => MeasureWarning[] {
  const { t } = useTranslation(['measures', 'backtest']);
  const format = useFormat();
  return ({ measure, figures, explored }) => {
    const flags = (figures?.suspicious ?? []).map((flag) => ({
      key: flag as string,
      name: t(`flag.${flag}`),
      help: t(`flagHelp.${flag}`),
    }));
    const sources = (explored?.sources ?? []).map(({ kind, count }) => ({
      key: kind as string,
      name: t(`explorer.flag.${kind}`),
      help: [
        t(`backtest:findings.${kind}`, { name: measure.name, value: format.number(count, 0) }),
        t(`backtest:findings.${kind}Do`),
      ].join(' '),
    }));
    const around = explored?.aroundChurn ?? null;
    if (around === null || sources.some(({ key }) => key === 'onlyAroundChurn'))
      return [...flags, ...sources];
    const help = t('explorer.flagHelp.aroundChurn', {
      total: format.count(around.churned + around.others, 'account'),
      churned: format.count(around.churned, 'account'),
    });
    return [...flags, ...sources, { key: 'aroundChurn', name: t('explorer.flag.onlyAroundChurn'), help }];
  };
}

/** A word each, its reason on hover and focus. */
export function FlagBadges({ row }: { readonly row: MeasureRow }) {
  const warningsOf = useMeasureWarnings();
  return (
    <Group gap={4} wrap="nowrap">
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
