import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Pattern } from '../../../shared/schemas/scorecard.ts';
import { useQuery } from '../../client/use-query.ts';
import { useFormat } from '../../format/use-format.ts';
import { cellRows, editPattern, firstCut, removePattern } from './edit-patterns.ts';
import { useLive } from './live-context.ts';
import { PatternCell } from './pattern-cell.tsx';
import { RestField } from './rest-field.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';

export interface PatternEditorProps {
  readonly parts: ScorecardParts;
  readonly pattern: Pattern;
}

/** One pattern: its two measures with their cuts, and the four cells as a picture of high and low. */
export function PatternEditor({ parts, pattern }: PatternEditorProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { sessionId } = useLive();
  const { id, name, across, upward } = pattern;
  const found = useQuery(
    'live.pattern',
    sessionId === null ? null : { sessionId, pattern: { across, upward } },
  );
  // A measure that the session doesn't know yet: it opens anew with it, and asks again then.
  const answer: ChannelOutput<'live.pattern'> | null = found.value ?? null;
  const set = (patch: Parameters<typeof editPattern>[1]) =>
    parts.actions.commit({
      target: `pattern ${id}`,
      name: 'setPattern',
      parameters: { name },
      edit: editPattern(id, patch),
    });
  return (
    <Stack gap="sm">
      <Group gap="xs" align="flex-end">
        <RestField
          label={t('panels.patterns.name')}
          value={name}
          maxLength={120}
          width={320}
          required
          onRest={(next) => set({ name: next })}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() =>
            parts.actions.commit({
              target: 'patterns',
              name: 'removePattern',
              parameters: { name },
              edit: removePattern(id),
            })
          }
        >
          {t('panels.patterns.remove')}
        </Button>
      </Group>
      <div className="pattern-sides">
        {(['upward', 'across'] as const).map((side) => (
          <SideFields key={side} parts={parts} pattern={pattern} side={side} />
        ))}
      </div>
      {answer !== null && (
        <Text size="xs" c="dimmed">
          {t('panels.patterns.today', { asOf: format.asOf(answer.asOf) })}
        </Text>
      )}
      <div className="pattern-grid">
        {cellRows.flat().map((cell) => (
          <PatternCell key={cell} parts={parts} pattern={pattern} cell={cell} answer={answer} />
        ))}
      </div>
      {answer !== null && answer.missingToday > 0 && (
        <Text size="xs" c="dimmed">
          {t('panels.patterns.missing', { accounts: format.count(answer.missingToday, 'account') })}
        </Text>
      )}
    </Stack>
  );
}

interface SideFieldsProps extends PatternEditorProps {
  readonly side: 'across' | 'upward';
}

function SideFields({ parts, pattern, side }: SideFieldsProps) {
  const { t } = useTranslation('scorecard');
  const { id, name } = pattern;
  const { measureId, cut } = pattern[side];
  const edit = (next: Pattern['across']) => ({
    target: `pattern ${id} ${side}`,
    name: 'setPattern' as const,
    parameters: { name },
    edit: editPattern(id, { [side]: next }),
  });
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <Select
        label={t(`panels.patterns.${side}`)}
        size="xs"
        flex={1}
        searchable
        data={parts.measures.map((measure) => ({ value: measure.id, label: measure.name }))}
        value={measureId}
        onChange={(next) =>
          next !== null &&
          parts.actions.commit(edit({ measureId: next, cut: firstCut(parts.figuresOf(next)) }))
        }
        allowDeselect={false}
      />
      <NumberInput
        label={t('panels.patterns.cut')}
        size="xs"
        w={128}
        value={cut}
        onChange={(typed) =>
          typeof typed === 'number' &&
          typed !== cut &&
          parts.actions.commitSoon(edit({ measureId, cut: typed }))
        }
      />
    </Group>
  );
}
