import { Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { horizonOverlap } from '../../../../shared/backtest/band-figures.ts';
import type { Estimate } from '../../../../shared/schemas/figures.ts';
import { useDesign } from '../../../client/use-design.ts';
import { useQuery } from '../../../client/use-query.ts';
import { useFormat } from '../../../format/use-format.ts';
import { IntervalBar } from '../../../ui/interval-bar.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { LabPart } from '../lab/lab-part.tsx';
import { type RunHead, type RunOutput, useRun } from '../run-context.ts';
import { useSettingTexts } from '../use-setting-texts.ts';
import { differingSettings, headlineOf, judgeSameRows } from './build-run-diff.ts';

/** The run on screen beside another: settings that differ, and the figures. */
export function RunDiffPart({ runs }: { readonly runs: readonly RunHead[] }) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const design = useDesign();
  const shown = useRun().output;
  const [otherId, setOtherId] = useState<string | null>(null);
  const other = useQuery('backtests.get', otherId === null ? null : { runId: otherId });
  const nameOf = (run: RunHead) =>
    t('checks.diff.run', {
      name: design?.scorecards.find((card) => card.id === run.scorecardId)?.name ?? run.scorecardId,
      ranAt: format.instant(Date.parse(run.ranAt)),
    });
  const others = runs.filter(({ id }) => id !== shown.run.id);
  return (
    <LabPart title={t('checks.diff.title')} why={t('checks.diff.why')}>
      {others.length === 0 ? (
        <Text size="sm">{t('checks.diff.none')}</Text>
      ) : (
        <Select
          label={t('checks.diff.other')}
          placeholder={t('checks.diff.placeholder')}
          maw={560}
          data={others.map((run) => ({ value: run.id, label: nameOf(run) }))}
          value={otherId}
          onChange={setOtherId}
        />
      )}
      {otherId !== null && (
        <QueryView query={other} loadingText={t('loading')}>
          {(second) => <Sides first={shown} second={second} name={nameOf(second.run)} />}
        </QueryView>
      )}
    </LabPart>
  );
}

interface SidesProps {
  readonly first: RunOutput;
  readonly second: RunOutput;
  readonly name: string;
}

function Sides({ first, second, name }: SidesProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const settings = differingSettings(
    useSettingTexts(first.figures.settings, first.figures.testFrom),
    useSettingTexts(second.figures.settings, second.figures.testFrom),
  );
  const runs = [first, second] as const;
  const headlines = runs.map(({ figures }) =>
    headlineOf(figures, horizonOverlap(figures.settings.horizonDays, figures.daysBetween)),
  );
  const texts = (write: (run: RunOutput) => string) => runs.map(write);
  const percent = (value: number) => format.percent(value, 0);
  const head = (title: string) => (
    <Table.Tr>
      <Table.Th colSpan={3}>{title}</Table.Th>
    </Table.Tr>
  );
  return (
    <>
      {!judgeSameRows(first.figures, second.figures) && <Text size="sm">{t('checks.diff.otherWindow')}</Text>}
      <Table fz={13} maw={960} aria-label={t('checks.diff.label')} data-testid="run-diff">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('checks.diff.what')}</Table.Th>
            <Table.Th>{t('checks.diff.shown')}</Table.Th>
            <Table.Th>{name}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {head(t('checks.diff.settings'))}
          {settings.length === 0 && (
            <Table.Tr>
              <Table.Td colSpan={3}>{t('checks.diff.same')}</Table.Td>
            </Table.Tr>
          )}
          {settings.map((row) => (
            <Pair key={row.name} name={row.name} values={[row.first, row.second]} />
          ))}
          <Pair name={t('checks.diff.design')} values={texts(({ run }) => run.designHash.slice(0, 10))} />
          <Pair name={t('checks.diff.data')} values={texts(({ run }) => run.dataHash.slice(0, 10))} />
          <Pair name={t('checks.diff.seed')} values={texts(({ figures }) => String(figures.settings.seed))} />
          {head(t('checks.diff.figures'))}
          <Pair
            name={t('checks.diff.verdict')}
            values={texts(({ figures }) => t(`runs.kind.${figures.verdict.kind}`))}
          />
          {(['churners', 'rows', 'unscoredRows'] as const).map((key) => (
            <Pair
              key={key}
              name={t(`checks.diff.${key === 'unscoredRows' ? 'unscored' : key}`)}
              values={headlines.map((headline) => format.number(headline?.[key] ?? null, 0))}
            />
          ))}
          <Figures
            name={t('checks.diff.auc')}
            estimates={headlines.map((headline) => headline?.auc ?? null)}
            write={format.auc}
          />
          {(['catchRate', 'hitRate', 'everRed'] as const).map((key) => (
            <Figures
              key={key}
              name={t(`checks.diff.${key === 'catchRate' ? 'catch' : key === 'hitRate' ? 'hit' : key}`)}
              estimates={headlines.map((headline) => headline?.[key] ?? null)}
              write={percent}
            />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Pair({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return (
    <Table.Tr>
      <Table.Th fw={500}>{name}</Table.Th>
      {['first', 'second'].map((side, i) => (
        <Table.Td key={side}>{values[i]}</Table.Td>
      ))}
    </Table.Tr>
  );
}

interface FiguresProps {
  readonly name: string;
  readonly estimates: readonly (Estimate | null)[];
  readonly write: (value: number) => string;
}

function Figures({ name, estimates, write }: FiguresProps) {
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Th fw={500}>{name}</Table.Th>
      {['first', 'second'].map((side, i) => {
        const estimate = estimates[i] ?? null;
        return (
          <Table.Td key={side}>
            <span className="backtest-figure">
              <span className="num">{estimate === null ? '–' : write(estimate.value)}</span>
              <IntervalBar estimate={estimate} format={write} />
              <Text span size="xs" c="dimmed">
                {format.interval(estimate?.low ?? null, estimate?.high ?? null, write)}
              </Text>
            </span>
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}
