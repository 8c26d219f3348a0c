import './templates.css';
import { Badge, Modal, ScrollArea, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenRoles, Template } from '../../../shared/schemas/template.ts';
import { useAppStore } from '../../client/app-store.ts';
import { useQuery } from '../../client/use-query.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { chooseColumn } from './choose-column.ts';
import { GoalPane } from './goal-pane.tsx';
import { TemplatePane } from './template-pane.tsx';

/** Templates fitted to the client's columns: the ideas at the left, the one looked at beside them. */
export function TemplateDialog() {
  const { t } = useTranslation(['templates', 'common']);
  const language = useAppStore((state) => state.language);
  const setChoosing = useAppStore((state) => state.setChoosingTemplate);
  const [chosen, setChosen] = useState<ChosenRoles>([]);
  const query = useQuery('measures.templates', { language, chosen }, { refreshOn: ['data', 'design'] });
  const choose = (role: Parameters<typeof chooseColumn>[1], column: string) =>
    setChosen((before) => chooseColumn(before, role, column));
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={() => setChoosing(false)}
      size="min(960px, 94vw)"
      title={t('title')}
      scrollAreaComponent={ScrollArea.Autosize}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('text')}
      </Text>
      <QueryView query={query}>
        {({ items }) => (
          <Tabs orientation="vertical" defaultValue={items[0]?.key ?? ''} keepMounted={false} variant="pills">
            <Tabs.List aria-label={t('list')} className="template-list">
              {items.map((template) => (
                <Tabs.Tab key={template.key} value={template.key} className="template-tab">
                  <TabLabel template={template} />
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {items.map((template) => (
              <Tabs.Panel key={template.key} value={template.key} pl="lg">
                {template.key === 'goalBackwards' ? (
                  <GoalPane template={template} chosen={chosen} onChoose={choose} />
                ) : (
                  <TemplatePane template={template} onChoose={choose} />
                )}
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </QueryView>
    </Modal>
  );
}

const tones = { ready: 'green', partly: 'yellow', missing: 'gray' } as const;
const symbols = { ready: '◎', partly: '△', missing: '×' } as const;

function TabLabel({ template: { name, availability } }: { readonly template: Template }) {
  const { t } = useTranslation('templates');
  return (
    <span className="template-tab-label">
      <span>{name}</span>
      <Badge
        variant="outline"
        color={tones[availability]}
        size="sm"
        tt="none"
        autoContrast
        className="template-badge"
      >
        {symbols[availability]} {t(availability)}
      </Badge>
    </span>
  );
}
