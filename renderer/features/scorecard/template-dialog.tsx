import { Badge, Button, Card, Group, Modal, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../shared/schemas/template.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useQuery } from '../../client/use-query.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useCardSteps } from './use-card-steps.ts';

/** Templates fitted to the client's columns: the idea, what it needs, what is missing, and a start. */
export function TemplateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['scorecard', 'common']);
  const language = useAppStore((state) => state.language);
  const templates = useQuery('measures.templates', { language }, { refreshOn: ['data'] });
  const steps = useCardSteps();
  useReturnFocus();
  const use = (template: Template) => {
    if (template.scorecard !== null) void steps.createProposed(template.scorecard, template.measures);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('templates.title')}
      scrollAreaComponent={ScrollArea.Autosize}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <QueryView query={templates}>
        {({ items }) => (
          <Stack gap="sm">
            <Text size="sm" c="dimmed">
              {t('templates.text')}
            </Text>
            {items.map((template) => (
              <TemplateCard key={template.key} template={template} onUse={() => use(template)} />
            ))}
          </Stack>
        )}
      </QueryView>
    </Modal>
  );
}

const tones = { ready: 'green', partly: 'yellow', missing: 'gray' } as const;
const symbols = { ready: '◎', partly: '△', missing: '×' } as const;

function TemplateCard({ template, onUse }: { readonly template: Template; readonly onUse: () => void }) {
  const { t } = useTranslation('scorecard');
  const { availability, roles } = template;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Title order={3} size="h6">
              {template.name}
            </Title>
            <Badge variant="outline" color={tones[availability]} autoContrast>
              {symbols[availability]} {t(`templates.${availability}`)}
            </Badge>
          </Group>
          <Text size="sm">{template.idea}</Text>
          <Text size="xs" c="dimmed" component="ul" m={0} pl="md">
            {roles.map((role) => (
              <li key={role.key}>
                {role.column === ''
                  ? t(role.required ? 'templates.needed' : 'templates.optional', { role: role.label })
                  : t('templates.found', { role: role.label, column: role.column })}
              </li>
            ))}
          </Text>
        </div>
        <Button size="xs" className="no-shrink" disabled={template.scorecard === null} onClick={onUse}>
          {t('templates.use')}
        </Button>
      </Group>
    </Card>
  );
}
