import {
  Alert,
  Button,
  Checkbox,
  Drawer,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeName } from '../../../shared/measures/measure-meaning.ts';
import type { Measure } from '../../../shared/schemas/measure.ts';
import { useAppStore } from '../../client/app-store.ts';
import { navigate } from '../../client/navigate.ts';
import { useDesign } from '../../client/use-design.ts';
import { describeAggregation, describeMeasure } from '../../format/describe-measure.ts';
import { useMeasureWords } from '../../format/use-measure-words.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { AggregationFields } from './aggregation-fields.tsx';
import { usersOf } from './build-measure-rows.ts';
import { DraftProblemText } from './draft-problem-text.tsx';
import { aggregationGroups, draftProblem, switchAggregation, usualDirection } from './measure-draft.ts';
import { MeasurePreview } from './measure-preview.tsx';
import { OtherSentence } from './other-sentence.tsx';
import { UnsavedQuestion } from './unsaved-question.tsx';
import { type MeasureParts, useMeasureParts } from './use-measure-parts.ts';
import { useMeasurePreview } from './use-measure-preview.ts';
import { useMeasureSteps } from './use-measure-steps.ts';

export interface MeasureDrawerProps {
  /** What the drawer begins with. */
  readonly measure: Measure;
  readonly isNew: boolean;
  readonly onClose: () => void;
  readonly onDuplicate: (measure: Measure) => void;
}

/** Edits one measure beside the table; the sentence and the picture follow, saving makes one step. */
export function MeasureDrawer({ measure, isNew, onClose, onDuplicate }: MeasureDrawerProps) {
  const { t } = useTranslation(['measures', 'common']);
  useReturnFocus();
  const [draft, setDraft] = useState(measure);
  const parts = useMeasureParts();
  const keptWords = useMeasureWords();
  const words = {
    ...keptWords,
    measureName: (id: string) => parts.known.find((other) => other.id === id)?.name ?? null,
  };
  const design = useDesign();
  const steps = useMeasureSteps();
  const users = usersOf(measure.id, design?.measures ?? [], design?.scorecards ?? []);
  const problem = draftProblem(draft, parts.known);
  const others = parts.known.filter(({ id }) => id !== draft.id).map(({ name }) => name);
  const named = {
    ...draft,
    name: freeName(nameOf(draft, describeAggregation(draft.aggregation, words)), others),
  };
  const { query, isAllMissing } = useMeasurePreview(problem === null ? named : null, parts.newFor(named));
  const [isAsking, setAsking] = useState(false);
  const isTyped = JSON.stringify(draft) !== JSON.stringify(measure);
  const patch = (change: Partial<Measure>) => setDraft((before) => ({ ...before, ...change }));
  const close = async (done: Promise<boolean>) => {
    if (await done) onClose();
  };
  const remove = async () => {
    if (!(await steps.remove(measure))) return;
    navigate('measures');
    onClose();
  };
  return (
    <Drawer
      opened
      onClose={() => (isTyped ? setAsking(true) : onClose())}
      closeOnEscape={!isAsking}
      trapFocus={!isAsking}
      position="right"
      size="min(1000px, 94vw)"
      overlayProps={{ backgroundOpacity: 0.25 }}
      title={t(isNew ? 'editor.newTitle' : 'editor.editTitle')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className="measure-editor">
        <Stack gap="sm">
          <Fields
            draft={draft}
            placeholder={problem === null ? named.name : ''}
            onChange={patch}
            parts={parts}
          />
          <Group>
            <Button
              disabled={problem !== null || isAllMissing}
              onClick={() => void close(steps.save(named, isNew, parts.newFor(named)))}
            >
              {t('editor.save')}
            </Button>
            {!isNew && (
              <>
                <Button
                  variant="default"
                  onClick={() =>
                    onDuplicate({ ...named, name: t('editor.copyName', { name: named.name }).slice(0, 120) })
                  }
                >
                  {t('editor.duplicate')}
                </Button>
                <Button variant="default" disabled={users.length > 0} onClick={() => void remove()}>
                  {t('editor.remove')}
                </Button>
              </>
            )}
          </Group>
          {isAllMissing && (
            <Text size="sm" role="status">
              {t('editor.allMissing')}
            </Text>
          )}
          {!isNew && users.length > 0 && (
            <Text size="xs" c="dimmed">
              {t('editor.removeBlocked', { names: users.join(', ') })}
            </Text>
          )}
        </Stack>
        <Stack gap="sm">
          <Alert color="gray" p="xs" title={t('editor.words')} data-testid="measure-words">
            {problem === null ? describeMeasure(draft, words) : <DraftProblemText problem={problem} />}
          </Alert>
          {problem === null && <OtherSentence measure={draft} words={words} />}
          <MeasurePreview measure={problem === null ? named : null} query={query} />
        </Stack>
      </div>
      {isAsking && <UnsavedQuestion onStay={() => setAsking(false)} onLeave={onClose} />}
    </Drawer>
  );
}

const groupKeys = ['metric', 'events', 'records', 'account', 'measures'] as const;

interface FieldsProps {
  readonly draft: Measure;
  readonly placeholder: string;
  readonly onChange: (change: Partial<Measure>) => void;
  readonly parts: MeasureParts;
}

function Fields({ draft, placeholder, onChange, parts }: FieldsProps) {
  const { t } = useTranslation('measures');
  const summary = useAppStore((state) => state.summary);
  const { aggregation } = draft;
  return (
    <>
      <Select
        label={t('editor.aggregation')}
        data={groupKeys.map((group) => ({
          group: t(`aggregationGroup.${group}`),
          items: aggregationGroups[group].map((type) => ({ value: type, label: t(`aggregation.${type}`) })),
        }))}
        value={aggregation.type}
        onChange={(type) => {
          if (type === null) return;
          onChange({
            aggregation: switchAggregation(aggregation, type, summary),
            direction: usualDirection(type),
          });
        }}
        allowDeselect={false}
        maxDropdownHeight={360}
      />
      <AggregationFields
        measureId={draft.id}
        value={aggregation}
        onChange={(next) => onChange({ aggregation: next })}
        parts={parts}
      />
      <div>
        <Text size="sm" fw={500} mb={4} id="measure-direction">
          {t('editor.direction')}
        </Text>
        <SegmentedControl
          aria-labelledby="measure-direction"
          data={(['higher', 'lower'] as const).map((value) => ({ value, label: t(`editor.${value}`) }))}
          value={draft.direction}
          onChange={(direction) => onChange({ direction })}
        />
      </div>
      <Checkbox
        label={t('editor.actionable')}
        checked={draft.actionable}
        onChange={(event) => onChange({ actionable: event.currentTarget.checked })}
      />
      <TextInput
        label={t('editor.name')}
        description={t('editor.nameHint')}
        placeholder={placeholder}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        maxLength={120}
      />
    </>
  );
}

function nameOf(draft: Measure, words: string): string {
  const typed = draft.name.trim();
  return typed === '' ? words.slice(0, 120) : typed;
}
