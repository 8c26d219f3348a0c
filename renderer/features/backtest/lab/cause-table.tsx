import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MissCause, MissFigures } from '../../../../shared/schemas/lab-autopsy.ts';
import { useFormat } from '../../../format/use-format.ts';
import { HelpTip } from '../../../ui/help-tip.tsx';
import { ColumnHead } from '../column-head.tsx';
import { DrillNumber } from '../drill-number.tsx';
import { buildCauseBars, type CauseBar } from './build-misses.ts';

export interface CauseTableProps {
  readonly misses: MissFigures;
  readonly chosen: MissCause | null;
  readonly onChoose: (cause: MissCause | null) => void;
}

/** The seven causes as bars with counts; choosing one lists its accounts. */
export function CauseTable({ misses, chosen, onChoose }: CauseTableProps) {
  const { t } = useTranslation('backtest');
  return (
    <Table fz={13} aria-label={t('lab.misses.causesLabel')} data-testid="miss-causes">
      <Table.Thead>
        <Table.Tr>
          <ColumnHead term="missCause">{t('lab.misses.cause')}</ColumnHead>
          <Table.Th w="50%">
            {chosen !== null && (
              <Button size="compact-xs" variant="default" onClick={() => onChoose(null)}>
                {t('lab.misses.all')}
              </Button>
            )}
          </Table.Th>
          <ColumnHead right term="churners">
            {t('lab.misses.count')}
          </ColumnHead>
          <ColumnHead right term="missCause">
            {t('lab.misses.share')}
          </ColumnHead>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {buildCauseBars(misses.causes).map((bar) => (
          <CauseRow
            key={bar.cause}
            bar={bar}
            lives={misses.churners.flatMap(({ cause, life }) => (cause === bar.cause ? [life] : []))}
            isChosen={bar.cause === chosen}
            onChoose={() => onChoose(bar.cause === chosen ? null : bar.cause)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface CauseRowProps {
  readonly bar: CauseBar;
  readonly lives: readonly number[];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function CauseRow({ bar, lives, isChosen, onChoose }: CauseRowProps) {
  const { t } = useTranslation('backtest');
  const format = useFormat();
  const name = t(`lab.misses.causes.${bar.cause}`);
  return (
    <Table.Tr {...(isChosen ? { bg: 'var(--mantine-color-default-hover)' } : {})}>
      <Table.Th style={{ fontWeight: 500, whiteSpace: 'nowrap' }}>
        <Group gap={6} wrap="nowrap">
          {name}
          <HelpTip text={t(`lab.misses.causeHelp.${bar.cause}`)} />
        </Group>
      </Table.Th>
      <Table.Td>
        <UnstyledButton
          w="100%"
          title={t(`lab.misses.causeHelp.${bar.cause}`)}
          aria-pressed={isChosen}
          aria-label={t('lab.misses.show', { cause: name, count: bar.count })}
          disabled={bar.count === 0}
          onClick={onChoose}
        >
          <span
            style={{
              display: 'block',
              height: 16,
              width: `${100 * bar.length}%`,
              minWidth: bar.count > 0 ? 2 : 0,
              borderRadius: 2,
              background: bar.colour,
            }}
          />
        </UnstyledButton>
      </Table.Td>
      <Table.Td className="num">
        <DrillNumber
          count={bar.count}
          value={format.number(bar.count, 0)}
          what={name}
          cell={{ type: 'lives', lives: lives.slice(0, 5000) }}
        />
      </Table.Td>
      <Table.Td className="num">
        <Text span inherit>
          {format.percent(bar.share)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
