import { Badge, Button, Group, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { isAgainstData } from '../../../shared/suggestions/settled-direction.ts';
import { useFormat } from '../../format/use-format.ts';
import type { MeasureRow, WarnedRow } from './build-measure-rows.ts';

export interface MeasureWarning {
  readonly key: string;
  readonly name: string;
  readonly help: string;
}

/** What makes a measure suspicious, with the reason, in the window's language. */
export function useMeasureWarnings(): (row: WarnedRow) => MeasureWarning[] {
  const { t } = useTranslation(['measures', 'backtest']);
  const format = useFormat();
  const againstHelp = ({ direction }: Measure, figures: MeasureRow['figures']) =>
    t('flagHelp.againstData', {
      said: t(`editor.${direction}`),
      found: t(`healthier.${figures?.healthier ?? 'notSettled'}`),
      auc: format.auc(figures?.auc?.value ?? null),
      interval: format.interval(figures?.auc?.low ?? null, figures?.auc?.high ?? null),
    });
  return ({ measure, figures, explored }) => {
    const against = isAgainstData(measure, figures)
      ? [{ key: AGAINST_DATA, name: t('flag.againstData'), help: againstHelp(measure, figures) }]
      : [];
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
      return [...against, ...flags, ...sources];
    const help = t('explorer.flagHelp.aroundChurn', {
      total: format.count(around.churned + around.others, 'account'),
      churned: format.count(around.churned, 'account'),
    });
    return [
      ...against,
      ...flags,
      ...sources,
      { key: 'aroundChurn', name: t('explorer.flag.onlyAroundChurn'), help },
    ];
  };
}

/** The key of the warning that the measure's direction is against the data. */
export const AGAINST_DATA = 'againstData';

export interface FlipButtonProps {
  readonly measure: Measure;
  readonly onFlip: (measure: Measure) => void;
}

/** Turns the measure's healthy direction, as one step. */
export function FlipButton({ measure, onFlip }: FlipButtonProps) {
  const { t } = useTranslation('measures');
  const turned = measure.direction === 'higher' ? 'lower' : 'higher';
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={t('explorer.flipOf', { name: measure.name, direction: t(`editor.${turned}`) })}
      onClick={() => onFlip(measure)}
    >
      {t('explorer.flip', { direction: t(`editor.${turned}`) })}
    </Button>
  );
}

/** A word each, its reason on hover and focus. */
export function FlagBadges({ row, onFlip }: { readonly row: MeasureRow } & Pick<FlipButtonProps, 'onFlip'>) {
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
      {isAgainstData(row.measure, row.figures) && <FlipButton measure={row.measure} onFlip={onFlip} />}
    </Group>
  );
}
