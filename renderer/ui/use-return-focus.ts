import { useEffect } from 'react';

/**
 * Gives the focus back to what had it when the component came, once it goes.
 * For dialogs that are taken away instead of closed: Mantine returns the focus only on closing.
 */
export function useReturnFocus(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      // After the dialog's own focus trap has let go.
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (isFree && opener instanceof HTMLElement && opener.isConnected) {
          opener.focus({ preventScroll: true });
        }
      });
    };
  }, []);
}
