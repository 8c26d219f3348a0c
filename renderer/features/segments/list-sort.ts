import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { TableSort } from '../../ui/data-column.ts';

export type ListSort = ChannelInput<'lists.page'>['sort'];

const attributePrefix = 'attribute:';
const sortKeys = ['accountId', 'name', 'score', 'change', 'coverage'] as const;

/** The column id of an attribute. */
export function attributeColumnId(attribute: string): string {
  return `${attributePrefix}${attribute}`;
}

/** The engine's sort for a column of the table; the band column sorts by score. */
export function toListSort({ columnId, descending }: TableSort): ListSort {
  if (columnId.startsWith(attributePrefix)) {
    return { key: 'attribute', attribute: columnId.slice(attributePrefix.length), descending };
  }
  const key = sortKeys.find((known) => known === columnId) ?? 'score';
  return { key, attribute: '', descending };
}
