import { Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoleKey, TemplateRole } from '../../../shared/schemas/template.ts';

export interface RoleFieldsProps {
  readonly roles: readonly TemplateRole[];
  readonly onChoose: (role: RoleKey, column: string) => void;
}

/** Which column plays each part: what was found, what is missing, and a choice by hand. */
export function RoleFields({ roles, onChoose }: RoleFieldsProps) {
  const { t } = useTranslation('templates');
  return (
    <Stack gap={6}>
      {roles.map((role) => (
        <div key={role.key} className="template-role">
          <Text size="sm" id={`role-${role.key}`}>
            <span aria-hidden>{symbolOf(role)} </span>
            {role.label}
            <Text span size="xs" c="dimmed">
              {' '}
              {t(role.required ? 'needed' : 'optional')}
            </Text>
          </Text>
          <Select
            size="xs"
            aria-labelledby={`role-${role.key}`}
            placeholder={t('none')}
            data={role.candidates.map(({ key, label }) => ({ value: key, label }))}
            value={role.columnKey || null}
            onChange={(column) => onChoose(role.key, column ?? '')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
          />
        </div>
      ))}
    </Stack>
  );
}

function symbolOf({ column, required }: TemplateRole): string {
  if (column !== '') return '◎';
  return required ? '×' : '△';
}
