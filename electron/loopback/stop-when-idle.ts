export interface IdleOptions {
  readonly isBusy: () => Promise<boolean>;
  readonly stop: () => void;
  /** From the last window's closing to the stop. */
  readonly delayMs: number;
  /** Between looks while something is unsaved or running. */
  readonly retryMs: number;
}

export interface IdleStop {
  windowsChanged(open: number): void;
  end(): void;
}

/** Stops the host some time after its last window closed, never before the first and never with work at hand. */
export function createIdleStop({ isBusy, stop, delayMs, retryMs }: IdleOptions): IdleStop {
  let open = 0;
  let timer: NodeJS.Timeout | undefined;

  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  const look = async () => {
    const busy = await isBusy();
    if (open > 0) return;
    if (busy) wait(retryMs);
    else stop();
  };

  return {
    windowsChanged(count) {
      open = count;
      clearTimeout(timer);
      if (count === 0) wait(delayMs);
    },
    end: () => clearTimeout(timer),
  };
}
