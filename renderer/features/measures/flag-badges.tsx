import { Badge, Group, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeasureFigures } from '../../../shared/schemas/figures.ts';

/** What makes a measure suspicious: a word each, its reason on hover and focus. */
export function FlagBadges({ flags }: { readonly flags: MeasureFigures['suspicious'] }) {
  const { t } = useTranslation('measures');
  return (
    <Group gap={4} wrap="nowrap">
      {flags.map((flag) => (
        <Tooltip key={flag} label={t(`flagHelp.${flag}`)} multiline maw={320} withArrow>
          <Badge
            color="orange"
            variant="outline"
            size="sm"
            radius="sm"
            tt="none"
            tabIndex={0}
            className="measure-flag"
          >
            △ {t(`flag.${flag}`)}
          </Badge>
        </Tooltip>
      ))}
    </Group>
  );
}
