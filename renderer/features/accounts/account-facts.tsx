import { SimpleGrid, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../client/app-store.ts';
import { missingMark } from '../../format/numbers.ts';
import { useFormat } from '../../format/use-format.ts';
import { Section } from '../../ui/section.tsx';
import { outcomeKindOf } from './build-account-marks.ts';
import type { AccountPage } from './name-records.ts';
import type { AccountScene } from './use-account.ts';

/** Attributes, stays and outcomes as they are stored. */
export function AccountFacts({ account, asOf }: AccountScene) {
  const { t } = useTranslation('accounts');
  return (
    <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="md">
      <Section title={t('facts.attributes')} help={t('facts.attributesHelp')}>
        <Attributes attributes={account.attributes} />
      </Section>
      <Section title={t('facts.lives')}>
        <Lives lives={account.lives} />
      </Section>
      <Section title={t('facts.outcomes')}>
        <Outcomes outcomes={account.outcomes} asOf={asOf} />
      </Section>
    </SimpleGrid>
  );
}

function Attributes({ attributes }: Pick<AccountPage, 'attributes'>) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const amount = useAppStore(
    (state) => state.summary?.contract.find(({ role }) => role === 'contractAmount')?.attribute,
  );
  const write = (name: string, value: string) =>
    name === amount && /^\d+(\.\d+)?$/.test(value) ? format.number(Number(value), 2) : value;
  if (attributes.length === 0) return <Text size="sm">{t('facts.noAttributes')}</Text>;
  return (
    <Table fz="sm" layout="fixed" aria-label={t('facts.attributes')}>
      <Table.Tbody>
        {attributes.map(({ name, value }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400} c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{write(name, value)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Lives({ lives }: Pick<AccountPage, 'lives'>) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  if (lives.length === 0) return <Text size="sm">{t('facts.noLives')}</Text>;
  return (
    <Table fz="sm" aria-label={t('facts.lives')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('facts.start')}</Table.Th>
          <Table.Th>{t('facts.notice')}</Table.Th>
          <Table.Th>{t('facts.end')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lives.map((life) => (
          <Table.Tr key={life.startDay}>
            <Table.Td>
              {format.day(life.startDay)}
              {life.assumedStart && (
                <Text size="xs" c="dimmed">
                  {t('facts.assumed')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{format.day(life.noticeDay)}</Table.Td>
            <Table.Td>{life.endDay === null ? t('facts.running') : format.day(life.endDay)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Outcomes({ outcomes, asOf }: Pick<AccountPage, 'outcomes'> & { readonly asOf: number }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  if (outcomes.length === 0) return <Text size="sm">{t('facts.noOutcomes')}</Text>;
  const kindText = (text: string) => {
    const kind = outcomeKindOf(text);
    return kind === null ? text : t(`outcome.${kind}`);
  };
  return (
    <Table fz="sm" aria-label={t('facts.outcomes')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('facts.day')}</Table.Th>
          <Table.Th>{t('facts.kind')}</Table.Th>
          <Table.Th>{t('facts.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {outcomes.map((outcome) => (
          <Table.Tr key={`${outcome.day} ${outcome.kind}`}>
            <Table.Td>
              {format.day(outcome.day)}
              {outcome.day > asOf && (
                <Text size="xs" c="dimmed">
                  {t('facts.afterAsOf')}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{kindText(outcome.kind)}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{outcome.reason ?? missingMark}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
