import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { notifyDone } from '../../ui/notify.ts';
import { FormDialog } from './form-dialog.tsx';

export interface EndFreezeProps {
  readonly freezeId: string;
  readonly onClose: () => void;
}

/** Ends a freeze before its day; the reason stays on record. */
export function EndFreeze({ freezeId, onClose }: EndFreezeProps) {
  const { t } = useTranslation('lifecycle');
  const [reason, setReason] = useState('');
  const end = async () => {
    const result = await call('lifecycle.endFreeze', { freezeId, reason: reason.trim() });
    if (result.ok) notifyDone(t('freeze.ended'));
    return result;
  };
  return (
    <FormDialog
      title={t('freeze.endTitle')}
      text={t('freeze.endText')}
      submit={t('freeze.endSubmit')}
      canSubmit={reason.trim() !== ''}
      onSubmit={end}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        required
        label={t('freeze.reason')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
