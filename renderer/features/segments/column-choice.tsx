import { Button, Checkbox, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface ColumnChoiceProps {
  readonly attributes: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (attributes: readonly string[]) => void;
}

const mostColumns = 30;

/** Which attributes are columns of the table and of the file. */
export function ColumnChoice({ attributes, chosen, onChange }: ColumnChoiceProps) {
  const { t } = useTranslation('lists');
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" disabled={attributes.length === 0}>
          {t('columns.button', { count: chosen.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={320}>
          <Checkbox.Group
            label={t('columns.label')}
            description={t('columns.hint')}
            value={[...chosen]}
            onChange={onChange}
          >
            <Stack gap={6} mt={8}>
              {attributes.map((attribute) => (
                <Checkbox
                  key={attribute}
                  size="xs"
                  value={attribute}
                  label={attribute}
                  disabled={chosen.length >= mostColumns && !chosen.includes(attribute)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
        {chosen.length >= mostColumns && <Text size="xs">{t('columns.most', { count: mostColumns })}</Text>}
      </Popover.Dropdown>
    </Popover>
  );
}
