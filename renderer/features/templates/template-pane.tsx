import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoleKey, Template } from '../../../shared/schemas/template.ts';
import { useDesign } from '../../client/use-design.ts';
import { useFormat } from '../../format/use-format.ts';
import { RoleFields } from './role-fields.tsx';
import { useStartFrom } from './use-start-from.ts';

export interface TemplatePaneProps {
  readonly template: Template;
  readonly onChoose: (role: RoleKey, column: string) => void;
}

/** One template: its idea, the columns it needs, what it would make, and the way to begin. */
export function TemplatePane({ template, onChoose }: TemplatePaneProps) {
  const { t } = useTranslation('templates');
  const startFrom = useStartFrom();
  const { scorecard, measures } = template;
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {template.name}
      </Title>
      <Text size="sm">{template.idea}</Text>
      <Text size="xs" c="dimmed">
        {t('source', { source: template.source })}
      </Text>
      <Title order={4} size="h6">
        {t('columns')}
      </Title>
      <Text size="xs" c="dimmed">
        {t('columnsText')}
      </Text>
      <RoleFields roles={template.roles} onChoose={onChoose} />
      <Title order={4} size="h6">
        {t('makes')}
      </Title>
      {scorecard === null ? (
        <Alert color="gray" p="xs">
          {t('makesNone')}
        </Alert>
      ) : (
        <Made template={template} />
      )}
      <Group justify="flex-end">
        <Button
          disabled={scorecard === null}
          onClick={() => scorecard !== null && void startFrom(scorecard, measures)}
        >
          {t('use')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Groups with their shares and measures, the parts those are made from, and how many of all are new. */
function Made({ template: { scorecard, measures } }: { readonly template: Template }) {
  const { t } = useTranslation('templates');
  const format = useFormat();
  const known = useDesign()?.measures ?? [];
  const groups = scorecard?.groups ?? [];
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  const scored = new Set(groups.flatMap((group) => group.measures.map(({ measureId }) => measureId)));
  const helpers = measures.filter(({ id }) => !scored.has(id));
  const nameOf = (id: string) => {
    const there = known.find((measure) => measure.id === id);
    if (there !== undefined) return t('isThere', { name: there.name });
    return measures.find((measure) => measure.id === id)?.name;
  };
  return (
    <>
      <ul className="template-made">
        {groups.map((group) => (
          <li key={group.id}>
            <b>{t('group', { name: group.name, share: format.percent(group.weight / total, 0) })}</b>
            <ul>
              {group.measures.map(({ measureId }) => (
                <li key={measureId}>{nameOf(measureId)}</li>
              ))}
            </ul>
          </li>
        ))}
        {helpers.length > 0 && (
          <li>
            <b>{t('helpers')}</b>
            <ul>
              {helpers.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </li>
        )}
      </ul>
      <Text size="xs" c="dimmed" data-testid="new-measures">
        {measures.length === 0 ? t('newNone') : t('newOnes', { value: format.number(measures.length, 0) })}
      </Text>
    </>
  );
}
