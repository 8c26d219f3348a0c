import type { ConnectionState } from './carrier.ts';

export interface ReconnectingSocketOptions {
  readonly findToken: () => Promise<string | null>;
  readonly onText: (text: string) => void;
  readonly onState: (state: ConnectionState) => void;
}

const firstRetryMs = 250;
const longestRetryMs = 4000;

/** A WebSocket to the loopback host that is opened again when it breaks; what is sent before it opens waits. */
export function createReconnectingSocket({ findToken, onText, onState }: ReconnectingSocketOptions) {
  let queue: string[] = [];
  let socket: WebSocket | null = null;

  const open = (token: string, retryMs: number) => {
    const opened = new WebSocket(`ws://${location.host}/socket`, ['myaku', `token.${token}`]);
    let wasOpen = false;
    opened.onopen = () => {
      wasOpen = true;
      socket = opened;
      for (const text of queue.splice(0)) opened.send(text);
      onState('ready');
    };
    opened.onmessage = (message) => onText(String(message.data));
    opened.onclose = async () => {
      socket = null;
      queue = [];
      onState('lost');
      if (!(await isSessionKnown(token))) return onState('noSession');
      const waitMs = wasOpen ? firstRetryMs : retryMs;
      setTimeout(() => open(token, Math.min(waitMs * 2, longestRetryMs)), waitMs);
    };
  };

  findToken()
    .then((token) => (token === null ? onState('noSession') : open(token, firstRetryMs)))
    // The exchange of the address token got no answer: only a new address helps.
    .catch(() => onState('noSession'));

  return {
    send(text: string) {
      if (socket === null) queue.push(text);
      else socket.send(text);
    },
  };
}

/** A refused upgrade shows no status in a browser, so the host is asked for a file that isn't there. */
async function isSessionKnown(token: string): Promise<boolean> {
  try {
    const response = await fetch('/download/none', { headers: { Authorization: `Bearer ${token}` } });
    return response.status !== 401;
  } catch {
    // No answer at all: the host is away, which says nothing about the session.
    return true;
  }
}
