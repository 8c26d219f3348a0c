import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface SegmentNameFormProps {
  readonly first: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}

export function SegmentNameForm({ first, onSave, onCancel }: SegmentNameFormProps) {
  const { t } = useTranslation(['lists', 'common']);
  const [name, setName] = useState(first);
  const plain = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (plain !== '') onSave(plain);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={6}>
        <TextInput
          size="xs"
          label={t('segments.name')}
          placeholder={t('segments.namePlaceholder')}
          maxLength={120}
          value={name}
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        />
        <Group gap={6}>
          <Button size="compact-xs" type="submit" disabled={plain === ''}>
            {t('common:action.save')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
