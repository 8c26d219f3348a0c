import { useAppStore } from '../../client/app-store.ts';
import { FirstStart } from './first-start.tsx';
import { MakingSample } from './making-sample.tsx';
import { OpenHome } from './open-home.tsx';

/** Three doors where nothing is open, the checklist of the loop where something is. */
export function HomePage() {
  const workspace = useAppStore((state) => state.workspace);
  if (workspace === null || workspace === undefined) return <FirstStart />;
  return workspace.isBeingMade ? <MakingSample name={workspace.name} /> : <OpenHome workspace={workspace} />;
}
