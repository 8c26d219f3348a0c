import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../client/commands.ts';
import { ReportDialog, type ReportDialogProps } from './report-dialog.tsx';

/** Opens the dialog of the report; the palette does too. */
export function ReportButton(props: Omit<ReportDialogProps, 'onClose'>) {
  const { t } = useTranslation('backtest');
  const [isOpen, setOpen] = useState(false);
  useCommand({ id: 'backtest.report', label: t('report.command'), run: () => setOpen(true) });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('report.button')}
      </Button>
      {isOpen && <ReportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
