import { Grid, Group, Paper, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SealFigures } from '../../../shared/schemas/lifecycle.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { Explained } from '../../ui/explained.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { Section } from '../../ui/section.tsx';
import { buildSealSentence } from './build-seal-sentence.ts';
import { CellNumber } from './cell-number.tsx';
import { PromisedTable } from './promised-table.tsx';
import type { SealDetail, ShownCell } from './seal-page.tsx';

export interface SealGradeProps {
  readonly detail: SealDetail;
  readonly figures: SealFigures;
  readonly onShow: (shown: ShownCell) => void;
}

/** What a seal came to: one sentence, promised beside delivered, every account's fate, churn by band. */
export function SealGrade({ detail, figures, onShow }: SealGradeProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const { grade } = detail.seal;
  const scoredChurned = figures.churned - figures.unscoredChurned;
  return (
    <>
      <Paper withBorder p="md" data-testid="seal-grade">
        <Stack gap={6}>
          <Text fz={20} lh={1.5} fw={600} maw={980}>
            {buildSealSentence(figures, t)}
          </Text>
          {figures.churned > 0 && (
            <Text size="sm">
              {t('grade.caughtSentence', { caught: figures.caught, churned: figures.churned })}{' '}
              {t('grade.capacity', {
                k: format.number(figures.capacity.perAsOf, 0),
                caught: format.expected(figures.capacity.caught, 'account'),
                churned: format.number(figures.churned, 0),
              })}
            </Text>
          )}
          {grade !== null && (
            <Text size="xs" c="dimmed">
              {t('grade.gradedAt', {
                when: format.instant(Date.parse(grade.gradedAt)),
                known: format.day(grade.figures.knownThrough),
              })}{' '}
              {isOther(grade.figures, figures) &&
                t('grade.changedSince', {
                  churned: grade.figures.churned,
                  caught: grade.figures.caught,
                })}
            </Text>
          )}
        </Stack>
      </Paper>
      <Grid>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Section title={t('grade.compare')} help={t('grade.compareHelp')}>
            <PromisedTable detail={detail} figures={figures} scoredChurned={scoredChurned} />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }}>
          <Section title={t('grade.counts')}>
            <Counts figures={figures} onShow={onShow} />
          </Section>
        </Grid.Col>
      </Grid>
      <Section title={t('grade.bands')}>
        <Bands detail={detail} figures={figures} onShow={onShow} />
      </Section>
    </>
  );
}

/** Whether later data have changed what the first grade said. */
function isOther(first: SealFigures, now: SealFigures): boolean {
  const told = ({ churned, kept, tooLate, leftOut, caught, auc }: SealFigures) =>
    [churned, kept, tooLate, leftOut, caught, auc?.value ?? ''].join();
  return told(first) !== told(now);
}

const plainCells = ['churned', 'kept', 'tooLate', 'leftOut', 'addedLater'] as const;

function Counts({ figures, onShow }: Pick<SealGradeProps, 'figures' | 'onShow'>) {
  const { t } = useTranslation('lifecycle');
  const one = (type: Exclude<ShownCell['cell']['type'], 'band'>, value: number) => (
    <Group key={type} justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm">
        {t(`grade.count.${type}`)}{' '}
        {(type === 'leftOut' || type === 'addedLater') && <HelpTip text={t(`grade.countHelp.${type}`)} />}
      </Text>
      <Text size="sm" className="num">
        <CellNumber value={value} what={t(`grade.count.${type}`)} cell={{ type }} onShow={onShow} />
      </Text>
    </Group>
  );
  return (
    <SimpleGrid cols={2} spacing="xl" verticalSpacing={6}>
      <Stack gap={6}>
        {one('sealed', figures.sealed)}
        {plainCells.map((type) => one(type, figures[type]))}
      </Stack>
      <Stack gap={6}>
        {one('caught', figures.caught)}
        {one('missed', figures.churned - figures.caught)}
        {one('alarm', figures.alarmAccounts)}
        {one('unscored', figures.unscored)}
        {one('unscoredChurned', figures.unscoredChurned)}
      </Stack>
    </SimpleGrid>
  );
}

function Bands({ detail: { bands }, figures, onShow }: SealGradeProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const highest = Math.max(0.1, ...figures.bands.map(({ high }) => high ?? 0));
  return (
    <Table fz="sm" aria-label={t('grade.bands')} data-testid="seal-bands">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('grade.band')}</Table.Th>
          <Table.Th className="num">{t('grade.accounts')}</Table.Th>
          <Table.Th className="num">{t('grade.count.churned')}</Table.Th>
          <Table.Th>
            <Explained term="churnRate">{t('grade.rate')}</Explained>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bands.map((band) => {
          const figure = figures.bands.find(({ bandId }) => bandId === band.id);
          if (figure === undefined) return null;
          const what = band.label === '' ? band.symbol : band.label;
          const cell = { type: 'band', bandId: band.id } as const;
          const { rate, low, high } = figure;
          return (
            <Table.Tr key={band.id}>
              <Table.Td>
                <BandBadge band={band} />
              </Table.Td>
              <Table.Td className="num">
                <CellNumber
                  value={figure.accounts}
                  what={what}
                  cell={{ ...cell, churnedOnly: false }}
                  onShow={onShow}
                />
              </Table.Td>
              <Table.Td className="num">
                <CellNumber
                  value={figure.positives}
                  what={`${what} ${t('grade.count.churned')}`}
                  cell={{ ...cell, churnedOnly: true }}
                  onShow={onShow}
                />
              </Table.Td>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <IntervalBar
                    estimate={rate === null ? null : { value: rate, low, high }}
                    max={highest}
                    width={180}
                    format={(value) => format.percent(value)}
                  />
                  <Text span size="xs" className="nowrap">
                    {format.percent(rate)} {format.percentInterval(low, high)}
                  </Text>
                </Group>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
