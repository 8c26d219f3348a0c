import { useTranslation } from 'react-i18next';
import type { SealCell } from '../../../shared/schemas/lifecycle.ts';
import { useFormat } from '../../format/use-format.ts';
import { OpeningNumber } from '../../ui/opening-number.tsx';
import type { ShownCell } from './seal-page.tsx';

export interface CellNumberProps {
  /** Zero opens nothing. */
  readonly value: number;
  readonly what: string;
  readonly cell: SealCell;
  readonly onShow: (shown: ShownCell) => void;
}

/** A number that stands for accounts of a seal, and shows them. */
export function CellNumber({ value, what, cell, onShow }: CellNumberProps) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const text = format.number(value, 0);
  return (
    <OpeningNumber
      value={text}
      isZero={value === 0}
      label={t('grade.openCell', { what, value: text })}
      onOpen={() => onShow({ cell, title: what })}
    />
  );
}
