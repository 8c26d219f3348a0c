import { Button, CopyButton, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sealTiming } from '../../../shared/lifecycle/seal-timing.ts';
import { useFormat } from '../../format/use-format.ts';
import { BandBadge } from '../../ui/band-badge.tsx';
import { HelpTip } from '../../ui/help-tip.tsx';
import { Section } from '../../ui/section.tsx';
import { CellNumber } from './cell-number.tsx';
import { shortFingerprint } from './seal-list.tsx';
import type { SealDetail, ShownCell } from './seal-page.tsx';

export interface SealFactsProps {
  readonly detail: SealDetail;
  readonly onShow: (shown: ShownCell) => void;
}

/** What was sealed, when, and how much of the outcome could have been known. */
export function SealFacts({ detail, onShow }: SealFactsProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const { seal } = detail;
  const { gapDays: gap, horizonDays: all } = seal.settings;
  const { from, to } = sealTiming({ asOf: seal.asOf, ...seal.settings }, seal.knownThrough);
  const ofHorizon = (known: number) => t(known === 0 ? 'grade.knownNone' : 'grade.knownSome', { known, all });
  return (
    <Section title={t('grade.facts')}>
      <Table fz="sm" className="seal-facts" aria-label={t('grade.facts')}>
        <Table.Tbody>
          <Fact name={t('seals.version')}>
            v{seal.version.number} {seal.version.name}
          </Fact>
          <Fact name={t('grade.sealedAt')}>{format.instant(Date.parse(seal.sealedAt))}</Fact>
          <Fact name={t('grade.window')}>
            {t('grade.windowValue', { from: format.day(from), to: format.day(to), gap, horizon: all })}
          </Fact>
          <Fact name={t('grade.accounts')}>
            <Group gap="md">
              {t('grade.accountsValue', {
                accounts: format.number(seal.accounts, 0),
                scored: format.number(seal.scored, 0),
              })}
              {detail.figures === null && <BandCounts detail={detail} onShow={onShow} />}
            </Group>
          </Fact>
          <Fact name={t('grade.knownAtSealing')}>{ofHorizon(seal.knownDays)}</Fact>
          <Fact name={t('grade.passed')}>{ofHorizon(seal.passedDays)}</Fact>
          <Fact name={t('grade.recorded')}>
            {t('grade.recordedValue', { value: format.number(seal.outcomesRecorded, 0) })}
          </Fact>
          <Fact name={t('grade.fingerprint')} help={<HelpTip text={t('grade.fingerprintHelp')} />}>
            <Group gap="xs">
              <code title={seal.sha256} data-testid="fingerprint">
                {shortFingerprint(seal.sha256)}
              </code>
              <CopyButton value={seal.sha256}>
                {({ copied, copy }) => (
                  <Button size="compact-xs" variant="default" onClick={copy}>
                    {t(copied ? 'grade.copied' : 'grade.copy')}
                  </Button>
                )}
              </CopyButton>
              <Text span size="sm">
                ✓ {t('grade.intact')}
              </Text>
            </Group>
          </Fact>
          {seal.note !== '' && <Fact name={t('grade.note')}>{seal.note}</Fact>}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

interface FactProps {
  readonly name: string;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

function Fact({ name, help, children }: FactProps) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name} {help}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

/** How the sealed accounts lie in the bands; no outcome. */
function BandCounts({ detail: { bands, bandCounts }, onShow }: SealFactsProps) {
  return (
    <Group gap="sm">
      {bands.map((band, b) => (
        <Group key={band.id} gap={4}>
          <BandBadge band={band} />
          <CellNumber
            value={bandCounts[b] ?? 0}
            what={band.label === '' ? band.symbol : band.label}
            cell={{ type: 'band', bandId: band.id, churnedOnly: false }}
            onShow={onShow}
          />
        </Group>
      ))}
    </Group>
  );
}
