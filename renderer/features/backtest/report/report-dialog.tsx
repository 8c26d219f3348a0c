import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestReport } from '../../../../shared/ipc/report-calls.ts';
import { useAppStore } from '../../../client/app-store.ts';
import { call, saveExport } from '../../../client/client.ts';
import { formatInstant } from '../../../format/days.ts';
import { safeFileName } from '../../../format/file-name.ts';
import { type Language, languages } from '../../../i18n/language.ts';
import { FailedState } from '../../../ui/failed-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { notifyDone, notifyFailure } from '../../../ui/notify.ts';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { useRun } from '../run-context.ts';
import { buildReport } from './build-report.ts';
import { ReportContents } from './report-contents.tsx';
import { type ReportData, type RunFigures, useReportInput } from './use-report-input.ts';
import { useReportWords } from './use-report-words.ts';

export interface ReportDialogProps extends RunFigures {
  readonly onClose: () => void;
}

/** Language and name of the report, what will be in it, and the button that writes it. */
export function ReportDialog({ onClose, ...figures }: ReportDialogProps) {
  const { t } = useTranslation(['backtest', 'common', 'shell']);
  useReturnFocus();
  const [language, setLanguage] = useState(useAppStore((state) => state.language));
  const [showsNames, setShowsNames] = useState(false);
  const wordsIn = useReportWords();
  const { scorecard, figures: graded } = useRun().output;
  const { data, error, retry } = useReportInput(figures);
  const words = wordsIn(language, data?.facts.measures ?? []);
  const proposed = words.t('report.defaultName', {
    name: scorecard.name,
    day: formatInstant(Date.now()).slice(0, 10),
  });
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? proposed;
  const { isBusy, write } = useWrite(onClose);
  const hasCases = graded.verdict.gate === 'tooFew';
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('report.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('report.why')}</Text>
        <Group align="flex-end" gap="md">
          <div>
            <Text size="sm" fw={600} id="report-language">
              {t('report.language')}
            </Text>
            <SegmentedControl
              aria-labelledby="report-language"
              value={language}
              onChange={(next) => setLanguage(next as Language)}
              data={languages.map((value) => ({ value, label: t(`shell:language.${value}`) }))}
            />
          </div>
          <TextInput
            label={t('report.fileName')}
            value={name}
            maxLength={80}
            flex={1}
            miw={260}
            onChange={(event) => setTyped(event.currentTarget.value)}
            rightSectionWidth={56}
            rightSection=".html"
          />
        </Group>
        {hasCases ? (
          <Checkbox
            label={t('report.showNames')}
            description={t('report.showNamesHelp')}
            checked={showsNames}
            onChange={(event) => setShowsNames(event.currentTarget.checked)}
          />
        ) : (
          <Text size="sm">{t('report.aggregates')}</Text>
        )}
        {error !== null && <FailedState error={error} onRetry={retry} />}
        {error === null && data === null && <LoadingState text={t('report.preparing')} />}
        {data !== null && <ReportContents data={data} words={words} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button
            loading={isBusy}
            disabled={data === null}
            onClick={() =>
              data !== null &&
              void write(data, safeFileName(name, proposed), { words, showsNames, madeAtMs: Date.now() })
            }
          >
            {t('report.write')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type Choices = Pick<Parameters<typeof buildReport>[0], 'words' | 'showsNames' | 'madeAtMs'>;

/** Builds the report, has it kept as a file and hands that to the person. */
function useWrite(onDone: () => void) {
  const { t, i18n } = useTranslation('backtest');
  const [isBusy, setIsBusy] = useState(false);
  const write = async (data: ReportData, name: string, choices: Choices) => {
    const html = buildReport({ ...data, ...choices });
    if (new TextEncoder().encode(JSON.stringify(html)).length > longestReport) {
      return notifyDone(t('report.tooLong'));
    }
    setIsBusy(true);
    const file = await call('reports.write', { name: `${name}.html`, html });
    const saved = file.ok ? await saveExport(file.value) : file;
    setIsBusy(false);
    if (!saved.ok) return notifyFailure(i18n, saved.error);
    if (!file.ok || !saved.value.saved) return;
    notifyDone(t('report.done', { name: file.value.name }));
    onDone();
  };
  return { isBusy, write };
}
