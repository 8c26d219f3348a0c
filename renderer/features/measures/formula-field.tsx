import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Aggregation } from '../../../shared/schemas/measure.ts';
import { useDesign } from '../../client/use-design.ts';
import { formulaTextProblem, formulaWithIds, formulaWithNames, referenceTo } from './formula-text.ts';

export interface FormulaFieldProps {
  readonly measureId: string;
  readonly value: Extract<Aggregation, { type: 'formula' }>;
  readonly onChange: (value: Aggregation) => void;
}

/** The formula as text with measures by name; stored by id, so a new name breaks nothing. */
export function FormulaField({ measureId, value, onChange }: FormulaFieldProps) {
  const { t } = useTranslation('measures');
  const measures = (useDesign()?.measures ?? []).filter(({ id }) => id !== measureId);
  const [text, setText] = useState(() => formulaWithNames(value.formula, measures));
  const problem = text.trim() === '' ? null : formulaTextProblem(text, measures);
  const type = (next: string) => {
    setText(next);
    onChange({ type: 'formula', formula: formulaWithIds(next, measures) });
  };
  const insert = (id: string | null) => {
    const measure = measures.find((other) => other.id === id);
    if (measure !== undefined) type(`${text}${text === '' ? '' : ' '}${referenceTo(measure, measures)}`);
  };
  return (
    <>
      <Textarea
        label={t('editor.formula')}
        description={t('editor.formulaHint')}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        error={problem !== null && t(`formulaProblem.${problem.type}`, { ...problem })}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={500}
        spellCheck={false}
      />
      <Select
        label={t('editor.insertMeasure')}
        data={measures.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onChange={insert}
        searchable
      />
    </>
  );
}
