import { Alert, Button, Group, Text } from '@mantine/core';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../client/client.ts';
import { useFormat } from '../../format/use-format.ts';
import { notifyFailure } from '../../ui/notify.ts';
import type { Preview } from './use-queued-file.ts';

export interface PlanOriginProps {
  readonly preview: Preview;
  /** Reads the file anew, without what was just forgotten. */
  readonly onForgotten: () => void;
}

/** Where the proposed plan comes from, when not from the file itself: the last file of this shape, or this very file. */
export function PlanOrigin({ preview, onForgotten }: PlanOriginProps) {
  const { t, i18n } = useTranslation('data');
  const format = useFormat();
  const { remembered, sameFile } = preview;
  if (remembered === null && sameFile === null) return null;
  const forget = async () => {
    if (remembered === null) return;
    const done = await call('imports.forgetMapping', { key: remembered.key });
    if (done.ok) onForgotten();
    else notifyFailure(i18n, done.error);
  };
  const say = () => {
    if (sameFile !== null) {
      const at = format.instant(Date.parse(sameFile.importedAt));
      return t(sameFile.isLive ? 'origin.sameFile' : 'origin.sameUndone', { at });
    }
    const at = format.instant(remembered?.at ?? 0);
    const name = remembered?.fileName;
    return name ? t('origin.remembered', { at, name }) : t('origin.elsewhere', { at });
  };
  return (
    <Alert
      color="blue"
      p="xs"
      role="status"
      icon={<History size={16} aria-hidden />}
      data-testid="plan-origin"
    >
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <Text size="sm">{say()}</Text>
        {remembered !== null && (
          <Button size="compact-xs" variant="default" onClick={() => void forget()} className="keep-width">
            {t('origin.forget')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
