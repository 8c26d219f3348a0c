import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SealHead } from '../../../shared/schemas/lifecycle.ts';

const looks = {
  waiting: { variant: 'default', sign: '…' },
  ready: { variant: 'filled', sign: '!' },
  graded: { variant: 'light', sign: '✓' },
} as const;

/** Where a seal stands, as sign and word. */
export function SealState({ state }: { readonly state: SealHead['state'] }) {
  const { t } = useTranslation('lifecycle');
  const { variant, sign } = looks[state];
  return (
    <Badge variant={variant} tt="none">
      {sign} {t(`seals.states.${state}`)}
    </Badge>
  );
}
