import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface GradeButtonProps {
  readonly canGrade: boolean;
  /** A setting can't be used as it is. */
  readonly hasProblem: boolean;
  readonly isRunning: boolean;
  readonly onGrade: () => void;
}

/** The one primary button, with what pressing it means beneath it. */
export function GradeButton({ canGrade, hasProblem, isRunning, onGrade }: GradeButtonProps) {
  const { t } = useTranslation('backtest');
  return (
    <Stack gap={4} align="flex-end" maw={420}>
      <Button disabled={!canGrade} loading={isRunning} onClick={onGrade} aria-describedby="grade-explain">
        {t('grade.button')}
      </Button>
      <Text id="grade-explain" size="xs" c="dimmed" ta="right">
        {t(hasProblem ? 'grade.invalid' : 'grade.explain')}
      </Text>
    </Stack>
  );
}
