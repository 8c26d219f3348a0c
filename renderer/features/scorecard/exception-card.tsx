import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreException } from '../../../shared/schemas/scorecard.ts';
import { navigate } from '../../client/navigate.ts';
import { useFormat } from '../../format/use-format.ts';
import { BitesDialog } from './bites-dialog.tsx';
import { exceptionWords } from './build-exceptions.ts';
import { moveException, removeException } from './edit-rules.ts';
import { ExceptionFields } from './exception-fields.tsx';
import { useLive } from './live-context.ts';
import { MoveButtons } from './measure-card.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';

export interface ExceptionCardProps {
  readonly parts: ScorecardParts;
  readonly exception: ScoreException;
  readonly number: number;
}

/** One exception: its sentence, whom it changes now, and its fields. */
export function ExceptionCard({ parts, exception, number }: ExceptionCardProps) {
  const { t } = useTranslation('scorecard');
  const [isOpen, setOpen] = useState(false);
  const sentence = useSentence(parts, exception);
  const name = parts.nameOf(exception.condition.measureId);
  const label = t('rules.exceptions.actions', { n: number });
  return (
    <li className="band-card" aria-label={label}>
      <Group gap={4} wrap="nowrap" justify="space-between" align="flex-start">
        <Text size="xs">{sentence}</Text>
        <Group gap={0} wrap="nowrap">
          <MoveButtons
            name={label}
            removeLabel={t('rules.exceptions.remove')}
            onMove={(by) =>
              parts.actions.commit({
                target: 'exceptions',
                name: 'moveException',
                edit: moveException(exception.id, by),
              })
            }
            onRemove={() =>
              parts.actions.commit({
                target: 'exceptions',
                name: 'removeException',
                parameters: { name },
                edit: removeException(exception.id),
              })
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-expanded={isOpen}
            aria-label={t('rules.exceptions.edit', { n: number })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          </ActionIcon>
        </Group>
      </Group>
      <Bites parts={parts} exceptionId={exception.id} number={number} />
      {isOpen && <ExceptionFields parts={parts} exception={exception} name={name} />}
    </li>
  );
}

function useSentence({ card, nameOf }: ScorecardParts, exception: ScoreException): string {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const words = exceptionWords(exception, card.bands);
  const limit =
    words.band === null
      ? t('rules.exceptions.points', { value: format.number(words.limit, 1) })
      : `${words.band.symbol} ${words.band.label}`.trim();
  return t(`rules.exceptions.sentence.${words.operator}`, {
    measure: nameOf(words.measureId),
    value: format.number(words.value, 3),
    effect: t(`rules.exceptions.${words.effect}`, { limit }),
  });
}

/** Whom the rule changes on the newest date; a name opens the account. */
function Bites({
  parts,
  exceptionId,
  number,
}: Pick<ExceptionCardProps, 'parts' | 'number'> & { readonly exceptionId: string }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { figures, sessionId } = useLive();
  const [isOpen, setOpen] = useState(false);
  const bite = figures?.exceptions.find(({ id }) => id === exceptionId);
  if (figures === null || bite === undefined) return null;
  const rows = format.count(bite.rows, 'row');
  if (bite.accountsToday === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('rules.exceptions.bitesNone', { rows })}
      </Text>
    );
  }
  return (
    <Text size="xs" c="dimmed" component="div">
      {t('rules.exceptions.bites', {
        asOf: format.asOf(figures.today.asOf),
        accounts: format.count(bite.accountsToday, 'account'),
        rows,
      })}{' '}
      {t('rules.exceptions.examples')}{' '}
      {bite.examples.map(({ accountId, name }) => (
        <button
          key={accountId}
          type="button"
          className="plain-link rule-example"
          onClick={() => navigate('accounts', accountId)}
        >
          {name || accountId}
        </button>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {t('panels.bites.open', { accounts: format.count(bite.accountsToday, 'account') })}
      </Button>
      {isOpen && sessionId !== null && (
        <BitesDialog
          sessionId={sessionId}
          card={parts.card}
          exceptionId={exceptionId}
          number={number}
          onClose={() => setOpen(false)}
        />
      )}
    </Text>
  );
}
