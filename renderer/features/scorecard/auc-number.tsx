import { Text } from '@mantine/core';
import type { Estimate } from '../../../shared/schemas/figures.ts';
import { useFormat } from '../../format/use-format.ts';

/** An AUC and its interval in one line; a dash where it is undefined. */
export function AucNumber({
  auc,
  isQuiet = false,
}: {
  readonly auc: Estimate | null;
  readonly isQuiet?: boolean;
}) {
  const format = useFormat();
  return (
    <span className="num nowrap">
      <Text span size="sm" {...(isQuiet ? { c: 'dimmed' } : { fw: 600 })}>
        {format.auc(auc?.value ?? null)}
      </Text>{' '}
      <Text span size="xs" c="dimmed">
        {format.interval(auc?.low ?? null, auc?.high ?? null)}
      </Text>
    </span>
  );
}
