import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Behaviour, RoleKey } from '../../../shared/schemas/template.ts';
import { toggleBehaviour } from './goal-draft.ts';
import type { GoalStopProps } from './goal-stop.tsx';
import { RoleFields } from './role-fields.tsx';

export interface BehaviourStopProps extends GoalStopProps {
  readonly onChoose: (role: RoleKey, column: string) => void;
}

/** Which behaviours show the goal; one without its data can be given a column by hand. */
export function BehaviourStop({ draft, path, onChange, onChoose }: BehaviourStopProps) {
  const { t } = useTranslation('templates');
  const sources = ({ roles, measures }: Behaviour) => {
    const missing = roles.filter(({ column }) => column === '').map(({ label }) => label);
    if (missing.length > 0) return t('path.behaviourMissing', { roles: missing.join(' · ') });
    if (measures.length === 0) return t('path.behaviourCoarse');
    return t('path.behaviourUses', { columns: roles.map(({ column }) => column).join(' · ') });
  };
  const lacking = path.behaviours.filter(({ measures }) => measures.length === 0);
  const roles = lacking.flatMap((behaviour) => behaviour.roles.filter(({ column }) => column === ''));
  const missing = [...new Map(roles.map((role) => [role.key, role])).values()];
  return (
    <Stack gap="sm">
      <Text size="sm">{t('path.behavioursText')}</Text>
      <Stack gap={8} role="group" aria-label={t('path.behaviours')}>
        {path.behaviours.map((behaviour) => (
          <Checkbox
            key={behaviour.key}
            label={behaviour.name}
            description={`${behaviour.reason} — ${sources(behaviour)}`}
            disabled={behaviour.measures.length === 0}
            checked={draft.behaviours.includes(behaviour.key) && behaviour.measures.length > 0}
            onChange={() => onChange(toggleBehaviour(draft, behaviour.key))}
          />
        ))}
      </Stack>
      {missing.length > 0 && (
        <>
          <Text size="xs" c="dimmed">
            {t('columnsText')}
          </Text>
          <RoleFields roles={missing} onChoose={onChoose} />
        </>
      )}
    </Stack>
  );
}
