import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

export interface NumberWithNProps {
  /** Already formatted. */
  readonly value: string;
  readonly n: number;
  /** Already formatted, "[.71–.84]"; empty or absent where there is none. */
  readonly interval?: string;
}

/** A figure never stands without its n, nor without its interval where there is one. */
export function NumberWithN({ value, n, interval }: NumberWithNProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  return (
    <span className="number-with-n">
      <Text span fw={600} inherit>
        {value}
      </Text>
      {interval !== undefined && interval !== '' && (
        <Text span inherit c="dimmed">
          {' '}
          {interval}
        </Text>
      )}
      <Text span size="xs" c="dimmed">
        {' '}
        {t('label.n')} {format.number(n, 0)}
      </Text>
    </span>
  );
}
