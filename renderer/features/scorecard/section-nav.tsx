import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { readableOn } from '../../ui/colours.ts';
import { useLive } from './live-context.ts';
import type { ScorecardParts } from './scorecard-parts.ts';
import type { Section } from './sections.ts';

/** The rest of the design, one line each with what it holds now; a line opens it in the middle. */
export const SectionNav = memo(function SectionNav({ parts }: { readonly parts: ScorecardParts }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { figures } = useLive();
  const { exceptions = [], patterns = [], overrides = [], bands } = parts.whole;
  const bitten = (figures?.exceptions ?? []).reduce((sum, { accountsToday }) => sum + accountsToday, 0);
  const items = (count: number) =>
    count === 0 ? t('panels.sections.none') : t('panels.sections.items', { value: format.number(count, 0) });
  const bites =
    bitten > 0
      ? t('panels.sections.biting', { accounts: format.count(bitten, 'account') })
      : t('panels.sections.nobody');
  const lines: { section: Section; note: string }[] = [
    {
      section: 'exceptions',
      note: exceptions.length === 0 ? items(0) : `${items(exceptions.length)} · ${bites}`,
    },
    {
      section: 'bands',
      note: t('panels.sections.withAction', {
        done: format.number(bands.filter(({ action }) => action !== '').length, 0),
        of: format.number(bands.length, 0),
      }),
    },
    { section: 'patterns', note: items(patterns.length) },
    { section: 'overrides', note: items(overrides.length) },
  ];
  return (
    <nav aria-label={t('panels.sections.label')}>
      <ul className="section-nav">
        {lines.map(({ section, note }) => (
          <li key={section}>
            <button
              type="button"
              aria-pressed={parts.section === section}
              onClick={() => parts.openSection(section)}
            >
              <span className="section-nav-name">{t(`panels.sections.${section}`)}</span>
              {section === 'bands' && bands.length <= 5 && (
                <span className="section-nav-bands" aria-hidden>
                  {bands.map(({ id, symbol, label, colour }) => (
                    <span key={id} style={{ backgroundColor: colour, color: readableOn(colour) }}>
                      {symbol || label.slice(0, 1)}
                    </span>
                  ))}
                </span>
              )}
              <span className="section-nav-note">{note}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
});
