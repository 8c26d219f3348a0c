import { useEffect } from 'react';
import { useAppStore } from '../client/app-store.ts';
import { parseAddress } from '../client/route.ts';

/** Follows the address: the part after # says which page is shown. */
export function useAddress(): void {
  useEffect(() => {
    const follow = () => {
      // The address token is taken out by the client before it could be read as a page.
      if (!location.hash.startsWith('#token=')) useAppStore.setState({ route: parseAddress(location.hash) });
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
}
