import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RefusedFile } from '../../../shared/schemas/workspace-state.ts';
import { useAppStore } from '../../client/app-store.ts';
import { call } from '../../client/client.ts';
import { readWorkspace } from '../../client/read-workspace.ts';
import { useFormat } from '../../format/use-format.ts';
import { errorText } from '../../ui/error-text.ts';
import { notifyDone } from '../../ui/notify.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

/** A file that was not opened, whichever way it was asked for: what is wrong, and its newest good backup. */
export function RefusedDialog() {
  const refused = useAppStore((state) => state.refused);
  return refused === null ? null : <Refused file={refused} />;
}

function Refused({ file }: { readonly file: RefusedFile }) {
  const { t, i18n } = useTranslation(['workspace', 'common']);
  useReturnFocus();
  const format = useFormat();
  const { open, isBusy } = useOpenWorkspace();
  const { backup } = file;
  const when = format.instant(backup?.savedAt ?? null);
  const dismiss = async () => {
    await call('workspace.dismissRefused', {});
    await readWorkspace();
  };
  const openBackup = async () => {
    const answer = await call('workspace.openRefusedBackup', {});
    if (!(await open(Promise.resolve(answer.ok ? { ok: true, value: answer.value.state } : answer)))) return;
    const keptAs = answer.ok ? answer.value.keptAs : null;
    notifyDone(
      keptAs === null ? t('refused.opened', { when }) : t('refused.openedKept', { when, file: keptAs }),
    );
  };
  return (
    <Modal
      opened
      onClose={() => void dismiss()}
      title={t('refused.title', { file: file.fileName })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{errorText(i18n, file.problem)}</Text>
        {backup !== null && (
          <>
            <Text size="sm" fw={600}>
              {t('refused.backup', { when, size: format.size(backup.sizeBytes) })}
            </Text>
            <Text size="sm">{t('refused.backupText')}</Text>
          </>
        )}
        {backup === null && hasNothing.includes(file.problem) && (
          <Text size="sm">{t('refused.noBackup')}</Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void dismiss()}>
            {t('common:action.cancel')}
          </Button>
          {backup === null ? (
            <Button
              variant="default"
              loading={isBusy}
              onClick={() => void open(call('workspace.open', { token: file.token }))}
            >
              {t('refused.again')}
            </Button>
          ) : (
            <Button loading={isBusy} onClick={() => void openBackup()}>
              {t('refused.open')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** Problems for which a backup would be the only way. */
const hasNothing: readonly string[] = ['workspaceDamaged', 'notAWorkspace', 'fileMissing'];
