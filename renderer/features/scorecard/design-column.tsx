import { Button, Group, NumberInput, Stack, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpTip } from '../../ui/help-tip.tsx';
import { BandsSection } from './bands-section.tsx';
import { BoundsTools } from './bounds-tools.tsx';
import { sharesById } from './build-shares.ts';
import { addGroup } from './edit-scorecard.ts';
import { ExceptionsSection } from './exceptions-section.tsx';
import { GroupCard } from './group-card.tsx';
import { OverridesSection } from './overrides-section.tsx';
import { PurposeSection } from './purpose-section.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import { VariantPanel } from './variant-panel.tsx';
import { VariantScope } from './variant-scope.tsx';
import { SharesContext } from './weight-field.tsx';

/** Left: what the score is made of. */
export const DesignColumn = memo(function DesignColumn({ parts }: { readonly parts: ScorecardParts }) {
  const { t } = useTranslation('scorecard');
  const { card, actions, whole, wholeActions, scope } = parts;
  const { variants = [] } = whole;
  const variant = variants.find(({ id }) => id === scope);
  const rules = useMemo(
    () => ({ ...parts, card: whole, actions: wholeActions }),
    [parts, whole, wholeActions],
  );
  const add = () => {
    const group = {
      id: crypto.randomUUID(),
      name: t('newGroup'),
      weight: 20,
      combine: 'mean',
      measures: [],
    } as const;
    actions.commit({
      target: 'group',
      name: 'addGroup',
      parameters: { name: group.name },
      edit: addGroup({ ...group, measures: [] }),
    });
  };
  const setCoverage = (typed: string | number) => {
    if (typeof typed !== 'number') return;
    const percent = Math.min(100, Math.max(0, Math.round(typed)));
    wholeActions.commitSoon({
      target: 'coverage',
      name: 'setCoverage',
      parameters: { value: percent },
      edit: (before) => ({ ...before, minimumCoverage: percent / 100 }),
    });
  };
  return (
    <SharesContext value={sharesById(card)}>
      <Stack gap="md" className="scorecard-left">
        <Stack gap="xs" component="section">
          <Group justify="space-between">
            <Title order={2} size="h6">
              {t('design.title')}
            </Title>
            <HelpTip text={t('design.shareHelp')} />
          </Group>
          <VariantScope card={whole} actions={wholeActions} scope={scope} onScope={parts.setScope} />
          {variant !== undefined && (
            <VariantPanel
              variant={variant}
              place={variants.indexOf(variant) + 1}
              of={variants.length}
              actions={wholeActions}
              onRemoved={() => parts.setScope(null)}
            />
          )}
          {card.groups.map((group) => (
            <GroupCard key={group.id} parts={parts} group={group} />
          ))}
          <Group justify="space-between">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Plus size={14} aria-hidden />}
              disabled={card.groups.length >= 20}
              onClick={add}
            >
              {t('design.addGroup')}
            </Button>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <NumberInput
              label={t('design.minimumCoverage')}
              size="xs"
              min={0}
              max={100}
              step={5}
              suffix=" %"
              allowDecimal={false}
              value={Math.round(card.minimumCoverage * 100)}
              onChange={setCoverage}
            />
            <HelpTip text={t('design.coverageHelp')} />
          </Group>
        </Stack>
        <ExceptionsSection parts={rules} />
        <BandsSection bands={whole.bands} gradingScheme={whole.gradingScheme} actions={wholeActions} />
        <BoundsTools parts={rules} />
        <PurposeSection purpose={whole.purpose} actions={wholeActions} />
        <OverridesSection card={whole} actions={wholeActions} />
      </Stack>
    </SharesContext>
  );
});
