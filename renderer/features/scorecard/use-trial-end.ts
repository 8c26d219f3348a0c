import { useEffect, useRef } from 'react';

/** Runs `onEnd` when what was being tried is not tried any more: taken, dismissed or overtaken by another edit. */
export function useTrialEnd(isTried: boolean, onEnd: () => void): void {
  const wasTried = useRef(false);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (wasTried.current && !isTried) end.current();
    wasTried.current = isTried;
  }, [isTried]);
}
