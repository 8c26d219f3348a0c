import { Group, NativeSelect, SegmentedControl, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ColumnPlan, ColumnRole } from '../../../shared/schemas/import-plan.ts';
import { rolesOfKind } from '../../../shared/schemas/kind-roles.ts';
import { confidenceOf } from './confidence.ts';
import { DateFields } from './date-fields.tsx';
import { editColumn } from './edit-plan.ts';
import { JoinFields } from './join-fields.tsx';
import { isDateRole, isNamedRole } from './roles.ts';
import type { FilePlan } from './use-queued-file.ts';

export interface ColumnRowProps {
  readonly column: ColumnPlan;
  readonly filePlan: FilePlan;
}

/** A column of the file: what it is called and holds, what it means, what it becomes. */
export function ColumnRow({ column, filePlan }: ColumnRowProps) {
  const { t } = useTranslation('data');
  const { preview, plan } = filePlan;
  const source = preview.columns.find(({ index }) => index === column.index);
  const header = source?.name ?? '';
  const samples = (source?.samples ?? []).filter((sample) => sample !== '');
  return (
    <Table.Tr data-testid="column-row" data-role={column.role}>
      <Table.Td>
        <Text size="sm" fw={600} className="column-name">
          {header}
        </Text>
        <Text size="xs" c="dimmed" className="column-samples">
          {samples.length === 0 ? t('columnsStop.noSamples') : samples.join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <NativeSelect
            size="xs"
            aria-label={t('columnsStop.roleOf', { name: header })}
            value={column.role}
            onChange={(event) => filePlan.chooseRole(column.index, event.currentTarget.value as ColumnRole)}
            data={rolesOfKind[plan.kind].map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <RoleOrigin column={column} filePlan={filePlan} />
        </Group>
      </Table.Td>
      <Table.Td>
        {column.role === 'accountId' && plan.kind !== 'accounts' && plan.kind !== 'snapshot' && (
          <JoinFields column={column} filePlan={filePlan} />
        )}
        {isNamedRole(column.role) && <NameField column={column} filePlan={filePlan} header={header} />}
        {isDateRole(column.role) && <DateFields column={column} role={column.role} filePlan={filePlan} />}
      </Table.Td>
    </Table.Tr>
  );
}

function RoleOrigin({ column, filePlan }: ColumnRowProps) {
  const { t } = useTranslation('data');
  if (filePlan.chosenRoles.includes(column.index)) {
    return (
      <Text size="xs" c="dimmed" className="role-origin">
        {t('columnsStop.chosen')}
      </Text>
    );
  }
  if (filePlan.preview.remembered !== null || filePlan.preview.sameFile !== null) {
    return (
      <Text size="xs" c="dimmed" className="role-origin">
        {t('origin.asLastTime')}
      </Text>
    );
  }
  const share = filePlan.preview.columns.find(({ index }) => index === column.index)?.confidence ?? 0;
  const confidence = confidenceOf(share);
  return (
    <Text
      size="xs"
      className="role-origin"
      c={confidence === 'low' ? 'var(--mantine-color-text)' : 'dimmed'}
      fw={confidence === 'low' ? 600 : 400}
    >
      {confidence === 'low' && <span aria-hidden>△ </span>}
      {t('columnsStop.guess', { confidence: t(`confidence.${confidence}`) })}
    </Text>
  );
}

function NameField({ column, filePlan, header }: ColumnRowProps & { readonly header: string }) {
  const { t } = useTranslation('data');
  const { plan, setPlan } = filePlan;
  const change = (part: Partial<ColumnPlan>) => setPlan(editColumn(plan, column.index, part));
  const isLong = plan.kind === 'metricsLong';
  return (
    <Group gap="xs" wrap="nowrap">
      {!isLong && (
        <TextInput
          size="xs"
          maxLength={200}
          aria-label={t('columnsStop.nameOf', { name: header })}
          value={column.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      {column.role === 'metricValue' && (
        <SegmentedControl
          size="xs"
          aria-label={t('columnsStop.kindOf', { name: header })}
          value={column.metricKind ?? 'flow'}
          onChange={(value) => change({ metricKind: value === 'level' ? 'level' : 'flow' })}
          data={[
            { value: 'flow', label: t('metricKind.flow') },
            { value: 'level', label: t('metricKind.level') },
          ]}
        />
      )}
    </Group>
  );
}
