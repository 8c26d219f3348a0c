import { Button, Group, SegmentedControl } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scorecard } from '../../../shared/schemas/scorecard.ts';
import { newVariant } from './build-variants.ts';
import { addVariant } from './edit-rules.ts';
import type { DraftActions } from './use-scorecard-draft.ts';

export interface VariantScopeProps {
  readonly card: Scorecard;
  readonly actions: DraftActions;
  /** Null = everyone's groups. */
  readonly scope: string | null;
  readonly onScope: (variantId: string | null) => void;
}

/** Stands for everyone's groups among the variants' ids. */
const everyone = '';

/** Whose groups are edited: everyone's, or a variant's, in order of priority. */
export const VariantScope = memo(function VariantScope({ card, actions, scope, onScope }: VariantScopeProps) {
  const { t } = useTranslation('scorecard');
  const { variants = [] } = card;
  const add = () => {
    const name = t('rules.variants.defaultName', { n: variants.length + 1 });
    const variant = newVariant(crypto.randomUUID(), name, card);
    actions.commit({
      target: 'variants',
      name: 'addVariant',
      parameters: { name },
      edit: addVariant(variant),
    });
    onScope(variant.id);
  };
  return (
    <Group gap="xs">
      {variants.length > 0 && (
        <SegmentedControl
          size="xs"
          aria-label={t('rules.variants.scope')}
          className="variant-scope"
          data={[
            { value: everyone, label: t('rules.variants.base') },
            ...variants.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={scope ?? everyone}
          onChange={(value) => onScope(value === everyone ? null : value)}
        />
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={variants.length >= 12}
        onClick={add}
      >
        {t('rules.variants.add')}
      </Button>
    </Group>
  );
});
