import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../../renderer/app/shortcut-of.ts';

const none = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
};

describe('shortcutOf', () => {
  it('undoes and redoes with Ctrl or ⌘', () => {
    expect(shortcutOf({ ...none, key: 'z', ctrlKey: true }, false)).toEqual({ type: 'undo' });
    expect(shortcutOf({ ...none, key: 'Z', metaKey: true, shiftKey: true }, false)).toEqual({ type: 'redo' });
    expect(shortcutOf({ ...none, key: 'y', ctrlKey: true }, false)).toEqual({ type: 'redo' });
  });

  it('leaves undo to a text field', () => {
    expect(shortcutOf({ ...none, key: 'z', ctrlKey: true }, true)).toBeNull();
  });

  it('finds commands from a text field too', () => {
    expect(shortcutOf({ ...none, key: 'k', metaKey: true }, true)).toEqual({ type: 'palette' });
  });

  it('reads Alt and a digit by its place on the keyboard', () => {
    expect(shortcutOf({ ...none, key: '¡', code: 'Digit1', altKey: true }, false)).toEqual({
      type: 'go',
      route: 'home',
    });
    expect(shortcutOf({ ...none, key: '8', code: 'Digit8', altKey: true }, false)).toEqual({
      type: 'go',
      route: 'lifecycle',
    });
  });

  it('lists shortcuts with ? outside text fields only', () => {
    expect(shortcutOf({ ...none, key: '?', shiftKey: true }, false)).toEqual({ type: 'shortcuts' });
    expect(shortcutOf({ ...none, key: '?', shiftKey: true }, true)).toBeNull();
  });

  it('moves between panes with F6, backwards with Shift', () => {
    expect(shortcutOf({ ...none, key: 'F6' }, true)).toEqual({ type: 'pane', by: 1 });
    expect(shortcutOf({ ...none, key: 'F6', shiftKey: true }, false)).toEqual({ type: 'pane', by: -1 });
    expect(shortcutOf({ ...none, key: 'F6', ctrlKey: true }, false)).toBeNull();
  });

  it('waits while an input method composes', () => {
    expect(shortcutOf({ ...none, key: 'k', ctrlKey: true, isComposing: true }, true)).toBeNull();
  });
});
