import { Group, Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readZones } from '../../../shared/csv/suggest-zone.ts';
import type { ColumnPlan } from '../../../shared/schemas/import-plan.ts';
import { formatDay } from '../../format/days.ts';
import { countMoved } from './count-moved.ts';
import { editColumn } from './edit-plan.ts';
import type { FilePlan } from './use-queued-file.ts';

export interface ZoneFieldsProps {
  readonly column: ColumnPlan;
  /** Texts of the column's first rows. */
  readonly samples: readonly string[];
  readonly filePlan: FilePlan;
}

const asWritten = 'asWritten';

/** In which zone the days of date-times are counted, and what that changes in the rows at hand. */
export function ZoneFields({ column, samples, filePlan }: ZoneFieldsProps) {
  const { t } = useTranslation('data');
  const { plan, setPlan } = filePlan;
  const facts = useMemo(() => readZones(samples), [samples]);
  const names = useMemo(() => zoneNames(facts.stated), [facts]);
  if (facts.stated.length === 0 && facts.unstated === 0) return null;
  const change = (part: Pick<ColumnPlan, 'zone' | 'writtenZone'>) =>
    setPlan(editColumn(plan, column.index, part));
  const moved = countMoved(
    filePlan.preview.rows.map((row) => row[column.index] ?? ''),
    column,
  );
  const shared = {
    size: 'xs',
    searchable: true,
    limit: 60,
    allowDeselect: false,
    nothingFoundMessage: t('zone.none'),
  } as const;
  const isMovable = facts.stated.length > 0 || column.writtenZone !== undefined;
  return (
    <div>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        {facts.unstated > 0 && (
          <Select
            {...shared}
            label={t('zone.written')}
            value={column.writtenZone ?? asWritten}
            onChange={(zone) =>
              change({ writtenZone: zone === null || zone === asWritten ? undefined : zone })
            }
            data={[{ value: asWritten, label: t('zone.asWritten') }, ...names]}
          />
        )}
        {isMovable && (
          <Select
            {...shared}
            label={t('zone.day')}
            value={column.zone ?? 'UTC'}
            onChange={(zone) => zone !== null && change({ zone })}
            data={names}
          />
        )}
      </Group>
      {isMovable && (
        <Text size="xs" mt={4} data-testid="zone-effect">
          {moved.count === 0
            ? t('zone.same', { of: moved.of })
            : t('zone.moved', { ...moved, day: formatDay(moved.day) })}
        </Text>
      )}
    </div>
  );
}

/** What the file states first, then all zones known here. */
function zoneNames(stated: readonly string[]): string[] {
  return [...new Set([...stated, 'UTC', 'Asia/Tokyo', ...Intl.supportedValuesOf('timeZone')])];
}
