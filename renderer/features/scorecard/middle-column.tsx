import { Alert, Stack } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/ipc/assert-never.ts';
import { BandsSection } from './bands-section.tsx';
import { BoundsTools } from './bounds-tools.tsx';
import { ExceptionsSection } from './exceptions-section.tsx';
import { MeasureColumn } from './measure-column.tsx';
import { OverridesSection } from './overrides-section.tsx';
import { PatternsSection } from './patterns-section.tsx';
import { PurposeSection } from './purpose-section.tsx';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { Section } from './sections.ts';
import { WeightsSection } from './weights-section.tsx';

/** Middle: how the selected measure earns points, or the part of the scorecard that was opened on the left. */
export const MiddleColumn = memo(function MiddleColumn({ parts }: { readonly parts: ScorecardParts }) {
  const { section, whole, wholeActions } = parts;
  const rules = useMemo(
    () => ({ ...parts, card: whole, actions: wholeActions }),
    [parts, whole, wholeActions],
  );
  if (section === null) return <MeasureColumn parts={parts} />;
  return (
    <Stack gap="md" className="scorecard-middle scorecard-section" data-pane>
      <SectionBody section={section} parts={parts} rules={rules} />
    </Stack>
  );
});

interface SectionBodyProps {
  readonly section: Section;
  /** Of the scope: everyone's groups or a variant's. */
  readonly parts: ScorecardParts;
  /** Of the whole scorecard. */
  readonly rules: ScorecardParts;
}

function SectionBody({ section, parts, rules }: SectionBodyProps) {
  const { t } = useTranslation('scorecard');
  switch (section) {
    case 'purpose':
      return <PurposeSection parts={parts} />;
    case 'weights':
      return <WeightsSection key={parts.scope} parts={parts} />;
    case 'exceptions':
      return <ExceptionsSection parts={rules} />;
    case 'bands': {
      const { bands, gradingScheme } = rules.card;
      return (
        <>
          {rules.card.purpose.aim === 'findExpansion' && (
            <Alert variant="light" p="xs" className="no-shrink">
              {t('bands.topCalls', { name: bands[0]?.label || bands[0]?.symbol })}
            </Alert>
          )}
          <BandsSection bands={bands} gradingScheme={gradingScheme} actions={rules.actions} />
          <BoundsTools parts={rules} />
        </>
      );
    }
    case 'patterns':
      return <PatternsSection parts={rules} />;
    case 'overrides':
      return <OverridesSection card={rules.card} actions={rules.actions} />;
    default:
      return assertNever(section);
  }
}
