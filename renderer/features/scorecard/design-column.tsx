import { Button, Group, NumberInput, Stack, Title } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpTip } from '../../ui/help-tip.tsx';
import { sharesById } from './build-shares.ts';
import { addGroup, findMeasure, freeGroupName } from './edit-scorecard.ts';
import { GroupCard } from './group-card.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import { SectionNav } from './section-nav.tsx';
import { useSame } from './use-same.ts';
import type { DraftActions } from './use-scorecard-draft.ts';
import { VariantPanel } from './variant-panel.tsx';
import { VariantScope } from './variant-scope.tsx';
import { SharesContext } from './weight-field.tsx';

/** Left: what the score is made of. */
export const DesignColumn = memo(function DesignColumn({ parts }: { readonly parts: ScorecardParts }) {
  const { t } = useTranslation('scorecard');
  const { card, actions, whole, wholeActions, scope } = parts;
  const { variants = [] } = whole;
  const variant = variants.find(({ id }) => id === scope);
  const shares = useSame(sharesById(card), isSameMap);
  const unused = parts.measures.filter(({ id }) => findMeasure(card, id) === null);
  const left = useSame(unused, isSameList);
  const add = () => {
    const group = {
      id: crypto.randomUUID(),
      name: freeGroupName(t('newGroup'), card.groups),
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
  return (
    <SharesContext value={shares}>
      <div className="scorecard-left" data-pane>
        <PurposeLine parts={parts} />
        <Stack gap="xs" component="section" className="scorecard-left-scroll">
          <Group justify="space-between">
            <Title order={2} size="h6">
              {t('design.title')}
            </Title>
            <HelpTip text={t('design.shareHelp')} />
          </Group>
          <Group gap="xs" justify="space-between">
            <VariantScope card={whole} actions={wholeActions} scope={scope} onScope={parts.setScope} />
            <Button
              size="compact-xs"
              variant="subtle"
              aria-pressed={parts.section === 'weights'}
              disabled={card.groups.every((group) => group.measures.length === 0)}
              onClick={() => parts.openSection('weights')}
            >
              {t('panels.sections.weights')}
            </Button>
          </Group>
          {variant !== undefined && (
            <VariantPanel
              card={whole}
              variant={variant}
              place={variants.indexOf(variant) + 1}
              of={variants.length}
              actions={wholeActions}
              onRemoved={() => parts.setScope(null)}
            />
          )}
          {card.groups.map((group) => (
            <GroupCard
              key={group.id}
              group={group}
              left={left}
              selectedId={
                group.measures.some((m) => m.measureId === parts.selectedId) ? parts.selectedId : null
              }
              nameOf={parts.nameOf}
              figuresOf={parts.figuresOf}
              select={parts.select}
              actions={actions}
            />
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
          <CoverageField percent={Math.round(card.minimumCoverage * 100)} actions={wholeActions} />
        </Stack>
        <SectionNav parts={parts} />
      </div>
    </SharesContext>
  );
});

function isSameMap(before: ReadonlyMap<string, number>, next: ReadonlyMap<string, number>): boolean {
  return before.size === next.size && [...next].every(([id, share]) => before.get(id) === share);
}

function isSameList<T>(before: readonly T[], next: readonly T[]): boolean {
  return before.length === next.length && next.every((item, i) => item === before[i]);
}

/** The purpose comes first; it opens for reading and editing in the middle. */
function PurposeLine({ parts }: { readonly parts: ScorecardParts }) {
  const { t } = useTranslation('scorecard');
  const { goal, healthyCustomer } = parts.whole.purpose;
  const text = goal || healthyCustomer;
  return (
    <button
      type="button"
      className="purpose-line"
      aria-pressed={parts.section === 'purpose'}
      onClick={() => parts.openSection('purpose')}
    >
      <span className="purpose-line-title">{t('panels.sections.purpose')}</span>
      <span className="purpose-line-text">{text === '' ? t('panels.sections.purposeEmpty') : text}</span>
    </button>
  );
}

interface CoverageFieldProps {
  readonly percent: number;
  readonly actions: DraftActions;
}

const CoverageField = memo(function CoverageField({ percent, actions }: CoverageFieldProps) {
  const { t } = useTranslation('scorecard');
  const setCoverage = (typed: string | number) => {
    if (typeof typed !== 'number') return;
    const next = Math.min(100, Math.max(0, Math.round(typed)));
    actions.commitSoon({
      target: 'coverage',
      name: 'setCoverage',
      parameters: { value: next },
      edit: (before) => ({ ...before, minimumCoverage: next / 100 }),
    });
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <NumberInput
        label={t('design.minimumCoverage')}
        size="xs"
        min={0}
        max={100}
        step={5}
        suffix=" %"
        allowDecimal={false}
        value={percent}
        onChange={setCoverage}
      />
      <HelpTip text={t('design.coverageHelp')} />
    </Group>
  );
});
