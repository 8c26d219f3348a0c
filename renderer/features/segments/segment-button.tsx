import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../shared/schemas/segment.ts';

export interface SegmentButtonProps {
  readonly segment: Segment;
  readonly isOpen: boolean;
  /** Open, and the builder no longer says what is saved. */
  readonly isChanged: boolean;
  readonly onOpen: () => void;
}

export function SegmentButton({ segment, isOpen, isChanged, onOpen }: SegmentButtonProps) {
  const { t } = useTranslation('lists');
  return (
    <Button
      size="xs"
      variant={isOpen ? 'light' : 'default'}
      aria-pressed={isOpen}
      justify="space-between"
      fullWidth
      title={segment.name}
      onClick={onOpen}
      rightSection={
        isChanged ? (
          <Text span size="xs">
            {t('segments.changed')}
          </Text>
        ) : null
      }
    >
      {segment.name}
    </Button>
  );
}
