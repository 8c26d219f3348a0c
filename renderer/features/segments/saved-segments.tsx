import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../shared/schemas/segment.ts';
import { buildConditions, isEmptyFilter, isSameFilter, type ListFilter } from './list-filter.ts';
import { SegmentButton } from './segment-button.tsx';
import { SegmentNameForm } from './segment-name-form.tsx';
import { useSegments } from './use-segments.ts';

export interface SavedSegmentsProps {
  readonly filter: ListFilter;
  readonly openId: string | null;
  readonly onOpen: (segment: Segment) => void;
  /** The builder's state now is this saved segment, or none. */
  readonly onSaved: (segmentId: string | null) => void;
}

/** Saved filters: open, save, rename, delete. */
export function SavedSegments({ filter, openId, onOpen, onSaved }: SavedSegmentsProps) {
  const { t } = useTranslation(['lists', 'common']);
  const { segments, add, change, rename, remove } = useSegments();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const open = segments.find((segment) => segment.id === openId) ?? null;
  const isChanged = open !== null && !isSameFilter(filter, open.conditions);
  const saveNew = async (name: string) => {
    const id = crypto.randomUUID();
    setNaming(null);
    if (await add({ id, name, conditions: buildConditions(filter) })) onSaved(id);
  };
  const saveName = (name: string) => {
    setNaming(null);
    if (open !== null) void rename(open, name);
  };
  return (
    <Stack gap={6} component="section">
      <Title order={2} size="h6">
        {t('segments.title')}
      </Title>
      {segments.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('segments.none')}
        </Text>
      )}
      {segments.map((segment) => (
        <SegmentButton
          key={segment.id}
          segment={segment}
          isOpen={segment.id === openId}
          isChanged={segment.id === openId && isChanged}
          onOpen={() => onOpen(segment)}
        />
      ))}
      {naming !== null ? (
        <SegmentNameForm
          first={naming === 'rename' ? (open?.name ?? '') : ''}
          onSave={naming === 'rename' ? saveName : (name) => void saveNew(name)}
          onCancel={() => setNaming(null)}
        />
      ) : (
        <Group gap={6}>
          {open !== null && isChanged && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void change({ ...open, conditions: buildConditions(filter) })}
            >
              {t('segments.saveChanges')}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            disabled={isEmptyFilter(filter)}
            onClick={() => setNaming('new')}
          >
            {t('segments.saveNew')}
          </Button>
          {open !== null && (
            <>
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<Pencil size={12} aria-hidden />}
                onClick={() => setNaming('rename')}
              >
                {t('segments.rename')}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={<Trash2 size={12} aria-hidden />}
                onClick={() => void remove(open).then((isGone) => isGone && onSaved(null))}
              >
                {t('common:action.delete')}
              </Button>
            </>
          )}
        </Group>
      )}
    </Stack>
  );
}
