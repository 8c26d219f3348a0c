import { Button, Tooltip } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useExportData } from '../../ui/use-export-data.ts';

/** Everything imported, back out as CSV. */
export function ExportDataButton() {
  const { t } = useTranslation('data');
  const exportData = useExportData();
  return (
    <Tooltip
      label={t('exportData.text')}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: false }}
    >
      <Button
        variant="default"
        leftSection={<Download size={16} aria-hidden />}
        onClick={() => void exportData()}
      >
        {t('exportData.button')}
      </Button>
    </Tooltip>
  );
}
