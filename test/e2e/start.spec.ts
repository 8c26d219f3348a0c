import { expect, test, watchPage } from '../helpers/app.ts';

test.describe('the loopback host in a real browser', () => {
  test('opens a window on the address it prints', async ({ app }) => {
    await expect(app.page).toHaveTitle(/Myaku/);
    expect(new URL(app.page.url()).origin).toBe(app.host.origin);
  });

  test('gives a session for an address once, and a new address on Enter', async ({ app }) => {
    const redeem = (address: string) =>
      app.page.evaluate(async (token) => {
        const headers = { 'Content-Type': 'application/json' };
        const body = JSON.stringify({ token });
        return (await fetch('/session', { method: 'POST', headers, body })).status;
      }, new URL(address).hash.slice('#token='.length));
    const address = await app.host.nextAddress();
    expect(await redeem(address)).toBe(200);
    expect(await redeem(address)).toBe(401);
    expect(await redeem(await app.host.nextAddress())).toBe(200);
    expect(app.faults.splice(0)).toEqual([expect.stringContaining('401')]);
  });

  test('accepts a WebSocket from its own page', async ({ app }) => {
    const address = await app.host.nextAddress();
    const result = await app.page.evaluate(async (token) => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch('/session', { method: 'POST', headers, body: JSON.stringify({ token }) });
      const { session } = (await answer.json()) as { session: string };
      const socket = new WebSocket(`ws://${location.host}/socket`, ['myaku', `token.${session}`]);
      return new Promise((resolve) => {
        socket.onopen = () => resolve(socket.protocol);
        socket.onclose = () => resolve('refused');
      });
    }, new URL(address).hash.slice('#token='.length));
    expect(result).toBe('myaku');
  });

  test('reaches nothing but its own origin, and every try is seen', async ({ app }) => {
    await app.page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
    await expect.poll(() => app.faults.join('\n')).toContain('CSP: connect-src');
    app.faults.splice(0);
    const elsewhere = await app.page.context().newPage();
    await watchPage(elsewhere, 'http://127.0.0.1:9', app.faults);
    await elsewhere.goto(`${app.host.origin}/`);
    await expect.poll(() => app.faults.join('\n')).toContain(`request: ${app.host.origin}`);
    await elsewhere.close();
    app.faults.splice(0);
  });

  test('runs no text as script', async ({ app }) => {
    const outcome = await app.page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'window.wasRun = true';
        document.head.append(script);
      } catch {
        return 'refused';
      }
      return 'wasRun' in window ? 'ran' : 'blocked';
    });
    expect(outcome).not.toBe('ran');
    await expect.poll(() => app.faults.length).toBeGreaterThan(0);
    app.faults.splice(0);
  });

  test('saves and ends on Ctrl-C', async ({ app }) => {
    expect(await app.host.stop()).toBe(0);
    expect(app.host.output()).toContain('Saving and stopping.');
    app.faults.splice(0);
  });
});
