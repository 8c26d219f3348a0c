import { Alert, Button, Checkbox, Group, NativeSelect, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type Delimiter,
  delimiters,
  type Encoding,
  encodings,
  type FileKind,
  fileKinds,
} from '../../../shared/schemas/import-plan.ts';
import { useFormat } from '../../format/use-format.ts';
import { buildKindReason } from './build-kind-reason.ts';
import { confidenceOf } from './confidence.ts';
import type { QueuedFile } from './import-queue.ts';
import { StopFrame } from './stop-frame.tsx';
import type { FilePlan, QueuedFileState } from './use-queued-file.ts';

export interface FileStopProps {
  readonly entry: QueuedFile;
  readonly state: QueuedFileState;
  readonly filePlan: FilePlan;
}

const delimiterNames = {
  ',': 'comma',
  '\t': 'tab',
  ';': 'semicolon',
  '|': 'pipe',
  '^': 'caret',
  '~': 'tilde',
  '\u0001': 'startOfHeading',
  '\u001f': 'unitSeparator',
  ':': 'colon',
  '=': 'equals',
} as const;

/** How the bytes become rows, and which kind of file this is. */
export function FileStop({ entry, state, filePlan }: FileStopProps) {
  const { t } = useTranslation(['data', 'common']);
  const hasNoRows = filePlan.preview.rows.length === 0;
  return (
    <StopFrame
      title={t('fileStop.title')}
      footer={
        <Button disabled={hasNoRows} onClick={() => state.goTo('columns')}>
          {t('fileStop.next')}
        </Button>
      }
    >
      <Stack gap="md">
        <ReadFields entry={entry} state={state} filePlan={filePlan} />
        {hasNoRows ? (
          <Alert color="orange" role="alert" title={t('fileStop.noRows')}>
            {t('fileStop.noRowsText')}
          </Alert>
        ) : (
          <KindChoice entry={entry} state={state} filePlan={filePlan} />
        )}
      </Stack>
    </StopFrame>
  );
}

function ReadFields({ entry, state, filePlan }: FileStopProps) {
  const { t } = useTranslation('data');
  const { preview } = filePlan;
  const { options } = entry;
  const note = (isStated: boolean) => t(isStated ? 'fileStop.stated' : 'fileStop.detected');
  return (
    <Stack gap="xs">
      <div className="read-fields">
        <NativeSelect
          size="xs"
          label={t('fileStop.encoding')}
          description={note(options.encoding !== undefined)}
          value={preview.encoding}
          onChange={(event) => state.setOptions({ encoding: event.currentTarget.value as Encoding })}
          data={encodings.map((value) => ({ value, label: t(`encoding.${value}`) }))}
        />
        <NativeSelect
          size="xs"
          label={t('fileStop.delimiter')}
          description={note(options.delimiter !== undefined)}
          value={preview.delimiter}
          onChange={(event) => state.setOptions({ delimiter: event.currentTarget.value as Delimiter })}
          data={delimiters.map((value) => ({ value, label: t(`delimiter.${delimiterNames[value]}`) }))}
        />
        <NumberInput
          size="xs"
          label={t('fileStop.skipRows')}
          description={note(options.skipRows !== undefined)}
          min={0}
          max={1000}
          allowDecimal={false}
          value={preview.skipRows}
          onChange={(value) => typeof value === 'number' && state.setOptions({ skipRows: value })}
        />
        <Checkbox
          size="xs"
          label={t('fileStop.hasHeader')}
          description={note(options.hasHeader !== undefined)}
          checked={preview.hasHeader}
          onChange={(event) => state.setOptions({ hasHeader: event.currentTarget.checked })}
        />
      </div>
      <ReadDoubts filePlan={filePlan} />
    </Stack>
  );
}

function ReadDoubts({ filePlan: { preview } }: Pick<FileStopProps, 'filePlan'>) {
  const { t } = useTranslation('data');
  const format = useFormat();
  if (preview.undecodable > 0) {
    return (
      <Alert color="orange" p="xs" role="status">
        {t('fileStop.undecodable', {
          count: preview.undecodable,
          value: format.number(preview.undecodable, 0),
          encoding: t(`encoding.${preview.encoding}`),
        })}
      </Alert>
    );
  }
  if (preview.encodingConfident) return null;
  return (
    <Alert color="orange" p="xs" role="status">
      {t('fileStop.encodingUnsure', { encoding: t(`encoding.${preview.encoding}`) })}
    </Alert>
  );
}

function KindChoice({ entry, state, filePlan }: FileStopProps) {
  const { t } = useTranslation('data');
  const { preview, plan } = filePlan;
  const reason = buildKindReason(preview.suggestion);
  const isStated = entry.kind !== null;
  const confidence = confidenceOf(preview.kindConfidence);
  return (
    <Radio.Group
      label={t('fileStop.kind')}
      description={
        isStated
          ? t('fileStop.kindStated')
          : `${t('fileStop.kindGuess', { kind: t(`kind.${reason.kind}`), confidence: t(`confidence.${confidence}`) })} ${reason.account === '' ? t('kindReason.none') : t(`kindReason.${reason.kind}`, { ...reason })}`
      }
      value={plan.kind}
      onChange={(value) => state.setKind(value as FileKind)}
    >
      <Group gap="xs" mt="xs" align="stretch" className="kind-cards">
        {fileKinds.map((kind) => (
          <Radio.Card key={kind} value={kind} p="xs" className="kind-card">
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Radio.Indicator size="xs" mt={3} />
              <div>
                <Text size="sm" fw={600}>
                  {t(`kind.${kind}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`kindText.${kind}`)}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Group>
    </Radio.Group>
  );
}
