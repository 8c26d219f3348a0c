import { Anchor, Text } from '@mantine/core';

export interface OpeningNumberProps {
  /** As shown. */
  readonly value: string;
  /** Nothing stands behind a zero: it opens nothing. */
  readonly isZero: boolean;
  /** What is read out: what opens. */
  readonly label: string;
  readonly onOpen: () => void;
  /** Also while pointed at or focused. */
  readonly onPoint?: (isPointed: boolean) => void;
  readonly fw?: number;
  readonly fz?: string | number;
}

/** A number that stands for accounts, and opens them. */
export function OpeningNumber({
  value,
  isZero,
  label,
  onOpen,
  onPoint,
  fw,
  fz = 'inherit',
}: OpeningNumberProps) {
  const look = { fz, ...(fw === undefined ? {} : { fw }) };
  if (isZero) {
    return (
      <Text span {...look}>
        {value}
      </Text>
    );
  }
  return (
    <Anchor
      component="button"
      type="button"
      underline="always"
      c="var(--mantine-color-text)"
      {...look}
      aria-label={label}
      onClick={onOpen}
      onMouseEnter={() => onPoint?.(true)}
      onMouseLeave={() => onPoint?.(false)}
      onFocus={() => onPoint?.(true)}
      onBlur={() => onPoint?.(false)}
    >
      {value}
    </Anchor>
  );
}
