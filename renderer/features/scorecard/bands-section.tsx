import {
  ActionIcon,
  Button,
  Checkbox,
  Collapse,
  ColorInput,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { ChevronDown, ChevronUp, Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Band, type GradingScheme, gradingSchemes } from '../../../shared/schemas/scorecard.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { BandPlot } from './band-plot.tsx';
import { addBand, editBand, removeBand, setBound, setScheme } from './edit-bands.ts';
import { RestField } from './rest-field.tsx';
import type { DraftActions } from './use-scorecard-draft.ts';

export interface BandsSectionProps {
  readonly bands: readonly Band[];
  readonly gradingScheme: GradingScheme;
  readonly actions: DraftActions;
}

/** The bands from the healthiest to the worst, each with what is to be done there. */
export const BandsSection = memo(function BandsSection({ bands, gradingScheme, actions }: BandsSectionProps) {
  const { t } = useTranslation('scorecard');
  const language = useAppStore((state) => state.language);
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h5">
        {t('bands.title')}
      </Title>
      <Select
        label={t('bands.scheme')}
        size="xs"
        maw={260}
        data={gradingSchemes.map((value) => ({ value, label: t(`bands.schemeOf.${value}`) }))}
        value={gradingScheme}
        onChange={(scheme) =>
          scheme !== null &&
          actions.commit({ target: 'scheme', name: 'setScheme', edit: setScheme(scheme, language) })
        }
        allowDeselect={false}
      />
      <BandPlot bands={bands} actions={actions} />
      <ul className="band-cards">
        {bands.map((band, i) => (
          <BandCard
            key={band.id}
            actions={actions}
            band={band}
            top={bands[i - 1]?.lowerBound ?? 100}
            isLowest={i === bands.length - 1}
            isLastTwo={bands.length <= 2}
          />
        ))}
      </ul>
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          disabled={bands.length >= 20}
          onClick={() =>
            actions.commit({
              target: 'bands',
              name: 'addBand',
              edit: addBand(crypto.randomUUID(), String(bands.length + 1)),
            })
          }
        >
          {t('bands.add')}
        </Button>
      </Group>
    </Stack>
  );
});

interface BandCardProps {
  readonly actions: DraftActions;
  readonly band: Band;
  readonly top: number;
  readonly isLowest: boolean;
  readonly isLastTwo: boolean;
}

function BandCard({ actions, band, top, isLowest, isLastTwo }: BandCardProps) {
  const { t } = useTranslation(['scorecard', 'common']);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const name = band.label || band.symbol;
  const setLower = (typed: string | number) => {
    if (typeof typed !== 'number' || typed === band.lowerBound) return;
    const parameters = { name, value: typed };
    actions.commitSoon({
      target: `bound ${band.id}`,
      name: 'setBound',
      parameters,
      edit: setBound(band.id, typed),
    });
  };
  return (
    <li className="band-card">
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <BandBadge band={band} />
        <Group gap={4} wrap="nowrap">
          {band.alarm && band.label !== t('common:label.alarm') && (
            <Text size="xs" fw={600}>
              {t('common:label.alarm')}
            </Text>
          )}
          <NumberInput
            aria-label={t('bands.boundOf', { name })}
            size="xs"
            w={64}
            min={0}
            max={100}
            step={1}
            decimalScale={1}
            hideControls
            disabled={isLowest}
            value={band.lowerBound}
            onChange={setLower}
          />
          <Text size="xs" c="dimmed" w={92} className="nowrap">
            {top >= 100 ? t('bands.fromHere') : t('bands.below', { high: format.number(top, 1) })}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-expanded={isOpen}
            aria-label={t('bands.edit', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          </ActionIcon>
        </Group>
      </Group>
      {!isOpen && (
        <Text size="xs" c="dimmed" lineClamp={2} mt={2}>
          {[band.action || t('bands.noAction'), band.owner].filter(Boolean).join(' · ')}
        </Text>
      )}
      <Collapse expanded={isOpen}>
        {isOpen && <BandFields actions={actions} band={band} name={name} isLastTwo={isLastTwo} />}
      </Collapse>
    </li>
  );
}

interface BandFieldsProps {
  readonly actions: DraftActions;
  readonly band: Band;
  readonly name: string;
  readonly isLastTwo: boolean;
}

function BandFields({ actions, band, name, isLastTwo }: BandFieldsProps) {
  const { t } = useTranslation('scorecard');
  const set = (patch: Parameters<typeof editBand>[1]) =>
    actions.commit({
      target: `band ${band.id}`,
      name: 'setBand',
      parameters: { name },
      edit: editBand(band.id, patch),
    });
  return (
    <Stack gap={6} mt="xs">
      <RestField
        label={t('bands.action')}
        placeholder={t('bands.actionHint')}
        value={band.action}
        maxLength={2000}
        multiline
        onRest={(action) => set({ action })}
      />
      <RestField
        label={t('bands.owner')}
        value={band.owner}
        maxLength={120}
        onRest={(owner) => set({ owner })}
      />
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <RestField
          label={t('bands.label')}
          value={band.label}
          maxLength={60}
          required
          onRest={(label) => set({ label })}
        />
        <RestField
          label={t('bands.symbol')}
          value={band.symbol}
          maxLength={4}
          width={56}
          onRest={(symbol) => set({ symbol })}
        />
        <ColorInput
          label={t('bands.colour')}
          size="xs"
          w={108}
          format="hex"
          swatches={['#009E73', '#56B4E9', '#E69F00', '#D55E00']}
          value={band.colour}
          onChangeEnd={(colour) => /^#[0-9A-Fa-f]{6}$/.test(colour) && set({ colour })}
          eyeDropperButtonProps={{ 'aria-label': t('bands.colour') }}
        />
      </Group>
      <Group justify="space-between">
        <Checkbox
          size="xs"
          label={t('bands.alarm')}
          checked={band.alarm}
          onChange={(event) => set({ alarm: event.currentTarget.checked })}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={isLastTwo}
          onClick={() =>
            actions.commit({
              target: 'bands',
              name: 'removeBand',
              parameters: { name },
              edit: removeBand(band.id),
            })
          }
        >
          {t('bands.remove')}
        </Button>
      </Group>
    </Stack>
  );
}
