import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addFile, call, hostName } from '../../client/client.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { useOpenWorkspace } from './use-open-workspace.ts';

/** Opens a `.myaku`: by the system's dialog in Electron, as an uploaded copy in the browser. */
export function OpenFileButton() {
  return hostName() === 'electron' ? <PickButton /> : <UploadButton />;
}

function PickButton() {
  const { t, i18n } = useTranslation('home');
  const { isBusy, open } = useOpenWorkspace();
  const pick = async () => {
    const picked = await call('files.pick', { purpose: 'workspace' });
    if (!picked.ok) return notifyFailure(i18n, picked.error);
    const file = picked.value.files[0];
    if (file !== undefined) await open(call('workspace.open', { token: file.token }));
  };
  return (
    <Button variant="default" loading={isBusy} onClick={() => void pick()}>
      {t('doors.open.button')}
    </Button>
  );
}

function UploadButton() {
  const { t, i18n } = useTranslation('home');
  const { isBusy, open } = useOpenWorkspace();
  const upload = async (file: File | null) => {
    if (file === null) return;
    const added = await addFile(file);
    if (!added.ok) return notifyFailure(i18n, added.error);
    await open(call('workspace.open', { token: added.value.token }));
  };
  return (
    <FileButton
      accept=".myaku"
      onChange={(file) => void upload(file)}
      inputProps={{ 'aria-label': t('doors.open.button') }}
    >
      {(props) => (
        <Button variant="default" loading={isBusy} {...props}>
          {t('doors.open.button')}
        </Button>
      )}
    </FileButton>
  );
}
