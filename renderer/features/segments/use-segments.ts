import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../shared/schemas/segment.ts';
import { useDesignStore } from '../../client/design-store.ts';
import { useDesign } from '../../client/use-design.ts';
import { notifyFailure } from '../../ui/notify.ts';

type StepName = 'saveSegment' | 'changeSegment' | 'renameSegment' | 'deleteSegment';

/** Saved segments and the design steps on them; each can be undone. */
export function useSegments() {
  const { i18n } = useTranslation('lists');
  const segments = useDesign()?.segments ?? [];
  const commit = useDesignStore((state) => state.commit);
  const put = async (step: StepName, segment: Segment, isDeleted = false) => {
    const result = await commit(
      { nameKey: `lists:steps.${step}`, parameters: { name: segment.name }, screen: 'lists' },
      [{ kind: 'segment', id: segment.id, body: isDeleted ? null : segment }],
    );
    if (!result.ok) notifyFailure(i18n, result.error);
    return result.ok;
  };
  return {
    segments,
    add: (segment: Segment) => put('saveSegment', segment),
    change: (segment: Segment) => put('changeSegment', segment),
    rename: (segment: Segment, name: string) => put('renameSegment', { ...segment, name }),
    remove: (segment: Segment) => put('deleteSegment', segment, true),
  };
}
