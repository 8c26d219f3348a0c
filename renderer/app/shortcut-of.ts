import { type RouteName, routeNames } from '../client/route.ts';

export type Shortcut =
  | { readonly type: 'undo' | 'redo' | 'save' | 'shortcuts' | 'palette' }
  | { readonly type: 'pane'; readonly by: 1 | -1 }
  | { readonly type: 'go'; readonly route: RouteName };

type Keys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * The shortcut a key press means, or null. In a text field only those that the field has no use for.
 * Digits are read by their place on the keyboard: with Alt some systems type another sign.
 */
export function shortcutOf(keys: Keys, isTyping: boolean): Shortcut | null {
  if (keys.isComposing) return null;
  const hasModifier = keys.ctrlKey || keys.metaKey;
  if (hasModifier && !keys.altKey) return withModifier(keys.key.toLowerCase(), keys.shiftKey, isTyping);
  if (keys.key === 'F6' && !hasModifier && !keys.altKey) return { type: 'pane', by: keys.shiftKey ? -1 : 1 };
  const digit = /^Digit([1-8])$/.exec(keys.code)?.[1];
  if (keys.altKey && !keys.shiftKey && digit !== undefined) {
    const route = routeNames[Number(digit) - 1];
    return route === undefined ? null : { type: 'go', route };
  }
  return keys.key === '?' && !isTyping && !keys.altKey ? { type: 'shortcuts' } : null;
}

function withModifier(key: string, shift: boolean, isTyping: boolean): Shortcut | null {
  if (key === 'k' && !shift) return { type: 'palette' };
  if (key === 's' && !shift) return { type: 'save' };
  if (isTyping) return null;
  if (key === 'z') return { type: shift ? 'redo' : 'undo' };
  return key === 'y' && !shift ? { type: 'redo' } : null;
}

/** Whether the element takes text, so that undo and plain keys belong to it. */
export function takesText(element: EventTarget | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  const untyped = ['checkbox', 'radio', 'button', 'submit', 'range', 'file'];
  return element instanceof HTMLInputElement && !element.readOnly && !untyped.includes(element.type);
}
