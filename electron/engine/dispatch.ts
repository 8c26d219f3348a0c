import {
  type Channel,
  type ChannelOutput,
  type ChannelPayload,
  contract,
} from '../../shared/ipc/contract.ts';
import { fail, type Result } from '../../shared/ipc/result.ts';

/** One handler per channel; payloads arrive parsed. */
export type Handlers = {
  readonly [C in Channel]: (
    payload: ChannelPayload<C>,
  ) => Result<ChannelOutput<C>> | Promise<Result<ChannelOutput<C>>>;
};

/**
 * The one door of the engine: looks the channel up by own key, parses the payload once, and is the only catch-all.
 * A broken promise becomes `internal`; its details go to the log, never to the renderer.
 */
export function createDispatch(
  handlers: Handlers,
  log: (line: string) => void,
): (channel: string, payload: unknown) => Promise<Result<unknown>> {
  return async (channel, payload) => {
    if (!isChannel(channel)) return fail('unknownChannel');
    const parsed = contract[channel].input.safeParse(payload);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail('badRequest', { channel, where: issue?.path.join('.') ?? '', problem: issue?.code ?? '' });
    }
    try {
      // The schema of this channel has just produced the payload that its handler takes.
      const handler = handlers[channel] as (payload: unknown) => Promise<Result<unknown>>;
      return await handler(parsed.data);
    } catch (error) {
      log(`${channel}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fail('internal', { channel });
    }
  };
}

function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name);
}
