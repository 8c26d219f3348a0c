import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

export interface StopFrameProps {
  readonly title: string;
  /** Buttons, and what keeps them from being pressed. */
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** A stop of the way in: its heading takes the focus, its body scrolls, its buttons stay. */
export function StopFrame({ title, footer, children }: StopFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <section className="stop-body" aria-label={title}>
        <Title order={2} size="h5" ref={heading} tabIndex={-1} className="stop-title">
          {title}
        </Title>
        {children}
      </section>
      <Group className="stop-footer" justify="flex-end" gap="sm">
        {footer}
      </Group>
    </>
  );
}
