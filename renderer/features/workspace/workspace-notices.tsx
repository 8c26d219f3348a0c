import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkspaceState } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { navigate } from '../../client/navigate.ts';
import { errorText } from '../../ui/error-text.ts';
import { ChangedOutside } from './changed-outside.tsx';
import { DiffersBanner } from './differs-banner.tsx';
import { LostStepsBanner } from './lost-steps-banner.tsx';
import { RefusedDialog } from './refused-dialog.tsx';

/** Whatever the workspace file asks or says, above every page. */
export function WorkspaceNotices() {
  const workspace = useAppStore((state) => state.workspace ?? null);
  return (
    <>
      <RefusedDialog />
      {workspace !== null && <Notices workspace={workspace} />}
    </>
  );
}

function Notices({ workspace }: { readonly workspace: WorkspaceState }) {
  const { saveState, problem, differs, id } = workspace;
  return (
    <>
      {problem === 'workspaceChangedOutside' && <ChangedOutside key={id} workspace={workspace} />}
      {saveState === 'failed' && problem !== null && problem !== 'workspaceChangedOutside' && (
        <SaveFailed problem={problem} />
      )}
      {saveState === 'readOnly' && <ReadOnly problem={problem} />}
      {differs && <DiffersBanner key={id} />}
      <LostStepsBanner />
    </>
  );
}

function SaveFailed({ problem }: { readonly problem: string }) {
  const { t, i18n } = useTranslation('workspace');
  return (
    <Alert color="red" variant="light" title={t('failed.title')} role="alert" radius={0}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{errorText(i18n, problem)}</Text>
        <Group gap="xs" wrap="nowrap">
          <SaveAsButton />
          <Button size="xs" onClick={() => void call('workspace.save', {})}>
            {t('failed.retry')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

const reasons = ['workspaceTooNew', 'workspaceLocked', 'diskReadOnly'] as const;

/** Why nothing can be changed here, and what can be done about it. */
function ReadOnly({ problem }: { readonly problem: string | null }) {
  const { t } = useTranslation('workspace');
  const reason = reasons.find((known) => known === problem) ?? 'other';
  return (
    <Alert color="yellow" variant="light" title={t('readOnly.title')} role="status" radius={0}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t(`readOnly.${reason}`)}</Text>
        {reason !== 'workspaceTooNew' && <SaveAsButton />}
      </Group>
    </Alert>
  );
}

function SaveAsButton() {
  const { t } = useTranslation('workspace');
  return (
    <Button size="xs" variant="default" onClick={() => navigate('home', 'saveAs')}>
      {t('readOnly.saveAs')}
    </Button>
  );
}
