import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../../shared/schemas/import-plan.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';

export interface ReplaceChoiceProps {
  readonly plan: ImportPlan;
  readonly onChange: (change: Pick<ImportPlan, 'replaces'>) => void;
}

/** Whether the file adds to what is there, or stands in the place of an earlier import. */
export function ReplaceChoice({ plan, onChange }: ReplaceChoiceProps) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const batches = useQuery('imports.batches', {}, { refreshOn: ['data'] });
  const live = (batches.value?.items ?? [])
    .filter(({ undone, kind }) => !undone && kind !== 'manual')
    .reverse();
  if (live.length === 0) return null;
  const { replaces } = plan;
  const replaced = live.find(({ number }) => number === replaces);
  return (
    <NativeSelect
      size="xs"
      label={t('replace.label')}
      description={
        replaced === undefined
          ? t('replace.addText')
          : t('replace.text', { name: replaced.fileName, rows: format.count(replaced.rowsKept, 'row') })
      }
      value={replaced === undefined ? '' : String(replaces)}
      onChange={(event) => {
        const number = Number(event.currentTarget.value);
        onChange(number === 0 ? { replaces: undefined } : { replaces: number });
      }}
      data={[
        { value: '', label: t('replace.add') },
        ...live.map(({ number, fileName, importedAt }) => ({
          value: String(number),
          label: t('replace.batch', { name: fileName, at: format.instant(Date.parse(importedAt)) }),
        })),
      ]}
    />
  );
}
