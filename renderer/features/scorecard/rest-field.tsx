import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

export interface RestFieldProps {
  readonly label: ReactNode;
  readonly ariaLabel?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  /** An empty text goes back to what was there. */
  readonly required?: boolean;
  readonly width?: number;
  /** Called once, when the field is left or Enter is pressed, and only for another text. */
  readonly onRest: (value: string) => void;
}

/** A text that becomes one step when the person leaves it, not one per letter. */
export function RestField(props: RestFieldProps) {
  const { value, onRest, required = false, multiline = false } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const rest = () => {
    const text = typed.trim();
    if (required && text === '') return setTyped(value);
    if (text !== value) onRest(text);
  };
  const shared = {
    label: props.label,
    size: 'xs',
    value: typed,
    maxLength: props.maxLength,
    onBlur: rest,
    ...(props.ariaLabel === undefined ? {} : { 'aria-label': props.ariaLabel }),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.width === undefined ? {} : { w: props.width }),
  } as const;
  if (multiline) {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={1}
        maxRows={6}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
    />
  );
}
