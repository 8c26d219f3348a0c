import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Pattern } from '../../../shared/schemas/scorecard.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { IntervalBar } from '../../ui/interval-bar.tsx';
import { cellNames, editCell } from './edit-patterns.ts';
import { RestField } from './rest-field.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';

export interface PatternCellProps {
  readonly parts: ScorecardParts;
  readonly pattern: Pattern;
  readonly cell: 0 | 1 | 2 | 3;
  readonly answer: ChannelOutput<'live.pattern'> | null;
}

/** One kind of customer: who is in it now, how many of such rows churned, and what the person does about it. */
export function PatternCell({ parts, pattern, cell, answer }: PatternCellProps) {
  const { t } = useTranslation('scorecard');
  const { id, name, across, upward, cells } = pattern;
  const words = cells[cell]!;
  const set = (patch: Parameters<typeof editCell>[2]) =>
    parts.actions.commit({
      target: `pattern ${id} cell ${cell}`,
      name: 'setPattern',
      parameters: { name },
      edit: editCell(id, cell, patch),
    });
  const side = (measureId: string, isHigh: boolean) =>
    `${parts.nameOf(measureId)} ${isHigh ? '↑' : '↓'} ${t(isHigh ? 'panels.patterns.high' : 'panels.patterns.low')}`;
  const title = words.label === '' ? t(`panels.patterns.cellOf.${cellNames[cell]}`) : words.label;
  return (
    <section className="pattern-cell" aria-label={t('panels.patterns.cell', { n: cell + 1 })}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="xs" c="dimmed">
        {side(upward.measureId, cell >= 2)}
        <br />
        {side(across.measureId, cell % 2 === 1)}
      </Text>
      {answer !== null && <CellFigures answer={answer} cell={cell} />}
      <Stack gap={4}>
        <RestField
          label={t('panels.patterns.action')}
          placeholder={t('panels.patterns.actionHint')}
          value={words.action}
          maxLength={2000}
          multiline
          onRest={(action) => set({ action })}
        />
        <Group gap="xs" grow wrap="nowrap">
          <RestField
            label={t('panels.patterns.label')}
            placeholder={t(`panels.patterns.cellOf.${cellNames[cell]}`)}
            value={words.label}
            maxLength={60}
            onRest={(label) => set({ label })}
          />
          <RestField
            label={t('panels.patterns.owner')}
            value={words.owner}
            maxLength={120}
            onRest={(owner) => set({ owner })}
          />
        </Group>
      </Stack>
      {answer !== null && answer.cells[cell]!.examples.length > 0 && (
        <Text size="xs" c="dimmed" component="div">
          {t('panels.patterns.examples')}{' '}
          {answer.cells[cell]!.examples.map((account) => (
            <button
              key={account.accountId}
              type="button"
              className="plain-link rule-example"
              onClick={() => navigate('accounts', account.accountId)}
            >
              {account.name || account.accountId}
            </button>
          ))}
        </Text>
      )}
    </section>
  );
}

function CellFigures({
  answer,
  cell,
}: {
  readonly answer: ChannelOutput<'live.pattern'>;
  readonly cell: number;
}) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { accountsToday, rows, rate, low, high } = answer.cells[cell]!;
  const end = Math.max(0.05, ...answer.cells.map((other) => other.high ?? other.rate ?? 0));
  return (
    <div>
      <Text size="sm" className="figure">
        <b>{format.count(accountsToday, 'account')}</b>
      </Text>
      {rate === null ? (
        <Text size="xs">{t('panels.patterns.noRate')}</Text>
      ) : (
        <>
          <Text size="xs" className="figure">
            {t('panels.patterns.rate', {
              rate: format.percent(rate),
              interval: format.percentInterval(low, high),
            })}
          </Text>
          <Text size="xs" c="dimmed" className="figure">
            {t('panels.patterns.rows', { rows: format.number(rows, 0) })}
          </Text>
          <IntervalBar
            estimate={{ value: rate, low, high }}
            min={0}
            max={end}
            width={140}
            format={(value) => format.percent(value)}
          />
        </>
      )}
    </div>
  );
}
