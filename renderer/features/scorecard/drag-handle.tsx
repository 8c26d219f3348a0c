import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { returnToCard } from './card-keys.ts';
import { markPointer } from './live-marks.ts';
import { valueAfterKey } from './value-after-key.ts';

export interface DragHandleProps {
  readonly label: string;
  readonly value: number;
  readonly valueText: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly orientation: 'horizontal' | 'vertical';
  /** The value under a point, in pixels of the picture. */
  readonly valueAt: (x: number, y: number) => number;
  readonly onPreview: (value: number) => void;
  readonly onCommit: (value: number) => void;
  readonly onCommitSoon: (value: number) => void;
  readonly onCancel: () => void;
  readonly onRemove?: () => void;
  readonly children: ReactNode;
}

/** A handle inside an SVG: a slider for pointer and keyboard. Escape takes a drag back or goes back to the card, Delete removes. */
export function DragHandle(props: DragHandleProps) {
  const { value, onPreview, onCommit, onCommitSoon, onCancel, onRemove } = props;
  const dragged = useRef<number | null>(null);
  const hasMoved = useRef(false);
  const at = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    return props.valueAt(event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0));
  };
  const start = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    dragged.current = value;
    hasMoved.current = false;
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    if (dragged.current === null) return;
    const next = at(event);
    if (next === dragged.current) return;
    markPointer();
    dragged.current = next;
    hasMoved.current = true;
    onPreview(next);
  };
  const end = () => {
    const last = dragged.current;
    dragged.current = null;
    if (last !== null && hasMoved.current) onCommit(last);
  };
  const cancel = () => {
    dragged.current = null;
    onCancel();
  };
  const press = (event: KeyboardEvent<SVGGElement>) => {
    if (event.key === 'Escape') {
      const isDragged = dragged.current !== null;
      cancel();
      if (!isDragged) returnToCard();
      return;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      if (onRemove === undefined) return;
      event.preventDefault();
      return onRemove();
    }
    const next = valueAfterKey(event.key, value, props);
    if (next === null) return;
    event.preventDefault();
    markPointer();
    onCommitSoon(next);
  };
  return (
    <g
      role="slider"
      tabIndex={0}
      className={`drag-handle drag-handle-${props.orientation}`}
      aria-label={props.label}
      aria-valuenow={value}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      aria-valuetext={props.valueText}
      aria-orientation={props.orientation}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={cancel}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={press}
    >
      {props.children}
    </g>
  );
}
