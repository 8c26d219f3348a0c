import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LifecycleState, LifecycleVersion } from '../../../shared/schemas/lifecycle.ts';
import { call } from '../../client/client.ts';
import { useDesignStore } from '../../client/design-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.ts';
import { FreezeDialog } from './freeze-dialog.tsx';
import { SealDialog } from './seal-dialog.tsx';

export interface VersionListProps {
  readonly scorecardId: string;
  readonly state: LifecycleState;
  readonly onSealed: () => void;
}

type Asked = { readonly what: 'freeze' | 'seal'; readonly version: number } | null;

/** The saved versions, newest first, with what can be done with each. */
export function VersionList({ scorecardId, state, onSealed }: VersionListProps) {
  const { t, i18n } = useTranslation('lifecycle');
  const load = useDesignStore((store) => store.load);
  const [asked, setAsked] = useState<Asked>(null);
  const frozen = state.freezes.find((freeze) => freeze.state === 'active');
  const restore = async (number: number) => {
    const result = await call('design.restoreVersion', { scorecardId, number });
    if (!result.ok) return notifyFailure(i18n, result.error);
    await load();
    notifyDone(t('versions.restored', { number }));
  };
  if (state.versions.length === 0) return <Text size="sm">{t('versions.none')}</Text>;
  const close = () => setAsked(null);
  return (
    <>
      <Table fz="sm" aria-label={t('versions.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('versions.number')}</Table.Th>
            <Table.Th>{t('versions.name')}</Table.Th>
            <Table.Th>{t('versions.note')}</Table.Th>
            <Table.Th>{t('versions.savedAt')}</Table.Th>
            <Table.Th>{t('versions.promised')}</Table.Th>
            <Table.Th>{t('versions.state')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {state.versions.map((version) => (
            <VersionRow
              key={version.number}
              version={version}
              isDraft={version.designHash === state.draftHash}
              frozenUntil={frozen?.version === version.number ? frozen.until : null}
              canFreeze={frozen === undefined}
              onAsk={(what) => setAsked({ what, version: version.number })}
              onRestore={() => void restore(version.number)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {asked?.what === 'freeze' && (
        <FreezeDialog scorecardId={scorecardId} version={asked.version} today={state.today} onClose={close} />
      )}
      {asked?.what === 'seal' && (
        <SealDialog scorecardId={scorecardId} version={asked.version} onSealed={onSealed} onClose={close} />
      )}
    </>
  );
}

interface VersionRowProps {
  readonly version: LifecycleVersion;
  readonly isDraft: boolean;
  readonly frozenUntil: number | null;
  readonly canFreeze: boolean;
  readonly onAsk: (what: 'freeze' | 'seal') => void;
  readonly onRestore: () => void;
}

function VersionRow({ version, isDraft, frozenUntil, canFreeze, onAsk, onRestore }: VersionRowProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const { number, promised } = version;
  const small = { size: 'compact-xs', variant: 'default' } as const;
  return (
    <Table.Tr>
      <Table.Td className="nowrap">v{number}</Table.Td>
      <Table.Td>{version.name}</Table.Td>
      <Table.Td style={{ whiteSpace: 'pre-wrap' }}>{version.note}</Table.Td>
      <Table.Td className="nowrap">{format.instant(Date.parse(version.savedAt))}</Table.Td>
      <Table.Td>
        {promised === null ? (
          '–'
        ) : (
          <Group gap={6} wrap="nowrap">
            <IntervalBar estimate={promised.auc} min={0.4} reference={0.5} width={90} />
            <Text span size="xs" className="nowrap">
              {format.auc(promised.auc?.value ?? null)} (n = {format.number(promised.churners, 0)})
            </Text>
          </Group>
        )}
      </Table.Td>
      <Table.Td>{t(isDraft ? 'versions.same' : 'versions.differs')}</Table.Td>
      <Table.Td>
        <Group gap={6} justify="flex-end">
          {frozenUntil !== null && (
            <Badge variant="light" tt="none">
              {t('versions.frozen', { until: format.day(frozenUntil) })}
            </Badge>
          )}
          {canFreeze && (
            <Button
              {...small}
              aria-label={t('versions.freezeLabel', { number })}
              onClick={() => onAsk('freeze')}
            >
              {t('versions.freeze')}
            </Button>
          )}
          {version.usable ? (
            <Button {...small} aria-label={t('versions.sealLabel', { number })} onClick={() => onAsk('seal')}>
              {t('versions.seal')}
            </Button>
          ) : (
            <Text size="xs" c="dimmed" maw={260}>
              {t('versions.unusable')}
            </Text>
          )}
          {!isDraft && (
            <Button {...small} aria-label={t('versions.restoreLabel', { number })} onClick={onRestore}>
              {t('versions.restore')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
