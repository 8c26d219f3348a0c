import { useAppStore } from '../../client/app-store.ts';
import { FirstStart } from './first-start.tsx';
import { OpenHome } from './open-home.tsx';

/** Three doors where nothing is open, the checklist of the loop where something is. */
export function HomePage() {
  const workspace = useAppStore((state) => state.workspace);
  return workspace === null || workspace === undefined ? <FirstStart /> : <OpenHome workspace={workspace} />;
}
