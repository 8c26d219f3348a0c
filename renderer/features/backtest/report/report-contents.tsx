import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { buildHeadline } from '../build-verdict-sentence.ts';
import { reportParts } from './build-report.ts';
import type { ReportWords } from './report-input.ts';
import type { ReportData } from './use-report-input.ts';

export interface ReportContentsProps {
  readonly data: ReportData;
  /** In the report's language: what is shown is what it will say. */
  readonly words: ReportWords;
}

/** What will be in the report, chapter by chapter, with the numbers of this run. */
export function ReportContents({ data, words }: ReportContentsProps) {
  const { t: own } = useTranslation('backtest');
  const { t, format, language } = words;
  const { scorecard, figures } = data.output;
  const measures = scorecard.groups.reduce((sum, group) => sum + group.measures.length, 0);
  const number = (value: number) => format.number(value, 0);
  const lines = {
    summary: t('report.preview.summary', { sentence: buildHeadline(figures, data.luck, t).headline }),
    design: t('report.preview.design', {
      groups: number(scorecard.groups.length),
      measures: number(measures),
      bands: number(scorecard.bands.length),
    }),
    results: t(figures.verdict.gate === 'tooFew' ? 'report.preview.resultsFew' : 'report.preview.results'),
    doubts: t('report.preview.doubts', {
      lint: number(figures.lint.length),
      audit: number(data.findings.length),
    }),
    methods: t('report.preview.methods', { files: number(data.facts.files.length) }),
  };
  const missing = [
    ...(data.lab === null ? [own('report.results.lead'), own('report.results.misses')] : []),
    ...(data.gaps === null ? [own('report.doubts.missing')] : []),
  ];
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {own('report.contents')}
      </Text>
      <List type="ordered" size="sm" spacing={4} lang={language} data-testid="report-contents">
        {(['summary', ...reportParts] as const).map((part) => (
          <List.Item key={part}>
            <b>{t(`report.parts.${part}`)}</b>{' '}
            <Text span inherit c="dimmed">
              {lines[part]}
            </Text>
          </List.Item>
        ))}
      </List>
      {missing.length > 0 && (
        <Text size="sm" mt={4}>
          {own('report.leftOut', { parts: missing.join(' · ') })}
        </Text>
      )}
    </div>
  );
}
