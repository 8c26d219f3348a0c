import { Alert, Button, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard, Variant } from '../../../shared/schemas/scorecard.ts';
import { useFormat } from '../../format/use-format.ts';
import { HelpTip } from '../../ui/help-tip.tsx';
import { variantFacts } from './build-variants.ts';
import { ConflictsDialog } from './conflicts-dialog.tsx';
import { editVariant, moveVariant, removeVariant } from './edit-rules.ts';
import { useLive } from './live-context.ts';
import { RestField } from './rest-field.tsx';
import type { DraftActions, StepName } from './use-scorecard-draft.ts';
import { VariantConditions } from './variant-conditions.tsx';

export interface VariantPanelProps {
  /** The whole scorecard. */
  readonly card: Scorecard;
  readonly variant: Variant;
  /** Place in the order of priority, from 1. */
  readonly place: number;
  readonly of: number;
  /** Of the whole scorecard, not of the variant's groups. */
  readonly actions: DraftActions;
  readonly onRemoved: () => void;
}

/** Who a variant is for, how much it borrows, and its place in the order. */
export function VariantPanel({ card, variant, place, of, actions, onRemoved }: VariantPanelProps) {
  const { t } = useTranslation('scorecard');
  const { id, name } = variant;
  const edit = (step: StepName, patch: Parameters<typeof editVariant>[1], value: string | number = '') => ({
    target: `variant ${id}`,
    name: step,
    parameters: value === '' ? { name } : { name, value },
    edit: editVariant(id, patch),
  });
  const move = (by: -1 | 1) =>
    actions.commit({
      target: 'variants',
      name: 'moveVariant',
      parameters: { name },
      edit: moveVariant(id, by),
    });
  const remove = () => {
    actions.commit({
      target: 'variants',
      name: 'removeVariant',
      parameters: { name },
      edit: removeVariant(id),
    });
    onRemoved();
  };
  return (
    <Stack
      gap={6}
      component="section"
      className="group-card"
      aria-label={t('rules.variants.title', { name })}
    >
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} size="xs">
          {t('rules.variants.order', { n: place, of })}
        </Title>
        <HelpTip text={t('rules.variants.help')} />
      </Group>
      <RestField
        label={t('rules.variants.name')}
        value={name}
        maxLength={120}
        required
        onRest={(next) => actions.commit(edit('setVariant', { name: next }))}
      />
      <VariantConditions
        conditions={variant.conditions}
        onChange={(conditions) => actions.commitSoon(edit('setVariant', { conditions }))}
      />
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <NumberInput
          label={t('rules.variants.borrow')}
          size="xs"
          min={0}
          max={200}
          allowDecimal={false}
          value={variant.borrowK}
          onChange={(typed) => {
            if (typeof typed !== 'number' || typed === variant.borrowK) return;
            const borrowK = Math.min(200, Math.max(0, Math.round(typed)));
            actions.commitSoon(edit('setBorrowing', { borrowK }, borrowK));
          }}
        />
        <HelpTip text={t('rules.variants.borrowHelp')} />
      </Group>
      <Facts card={card} variant={variant} />
      <Group gap={4}>
        <Button size="compact-xs" variant="subtle" disabled={place === 1} onClick={() => move(-1)}>
          {t('rules.variants.earlier')}
        </Button>
        <Button size="compact-xs" variant="subtle" disabled={place === of} onClick={() => move(1)}>
          {t('rules.variants.later')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={remove}>
          {t('rules.variants.remove')}
        </Button>
      </Group>
    </Stack>
  );
}

/** How many it scores, what it borrows, and who fits two variants. */
function Facts({ card, variant }: Pick<VariantPanelProps, 'card' | 'variant'>) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { figures, sessionId } = useLive();
  const [isOpen, setOpen] = useState(false);
  const facts = variantFacts(variant, figures);
  if (figures === null || facts === null) return null;
  const { severalVariants } = figures;
  const churned = format.count(facts.churned, 'churner');
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t('rules.variants.size', {
          asOf: format.asOf(figures.today.asOf),
          accounts: format.count(facts.accountsToday, 'account'),
          rows: format.count(facts.rows, 'row'),
        })}
      </Text>
      <Text size="xs" c="dimmed">
        {variant.borrowK === 0
          ? t('rules.variants.noBorrow', { churned })
          : t('rules.variants.borrowNow', {
              churned: format.number(facts.churned, 0),
              share: format.percent(facts.ownShare, 0),
              rest: format.percent(1 - facts.ownShare, 0),
            })}
      </Text>
      {severalVariants.accounts > 0 && (
        <Alert color="orange" p="xs">
          <Text size="xs">
            △ {t('rules.variants.several', { accounts: format.count(severalVariants.accounts, 'account') })}{' '}
            {severalVariants.examples.map(({ accountId, name }) => name || accountId).join(', ')}
          </Text>
          <Button size="compact-xs" variant="default" mt={4} onClick={() => setOpen(true)}>
            {t('panels.conflicts.open')}
          </Button>
          {isOpen && sessionId !== null && (
            <ConflictsDialog sessionId={sessionId} card={card} onClose={() => setOpen(false)} />
          )}
        </Alert>
      )}
    </Stack>
  );
}
