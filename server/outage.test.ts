import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { closeServer, listenAnywhere } from '../contract/conformance/local-server.ts';
import { asOutage } from './outage.ts';

/** Returns what a call throws to whoever waits a moment for a server that says nothing, or reads an answer of which half comes. */
async function failureOf(fate: 'silent' | 'cut off'): Promise<unknown> {
  const server = createServer((_request, response) => {
    if (fate === 'silent') return;
    response.writeHead(200, { 'Content-Length': '100' }).write('half', () => response.destroy());
  });
  onTestFinished(() => closeServer(server));
  const url = `http://127.0.0.1:${await listenAnywhere(server)}`;
  const signal = fate === 'silent' ? AbortSignal.timeout(1) : null;
  return fetch(url, { signal })
    .then((answer) => answer.text())
    .catch((error: unknown) => error);
}

it.each(['silent', 'cut off'] as const)(
  'a service that is %s is away, also where a library has wrapped what it was told',
  async (fate) => {
    const error = await failureOf(fate);
    const wrapped = new Error('Something went wrong', { cause: new Error('Not readable', { cause: error }) });
    for (const each of [error, wrapped]) expect(asOutage('provider', each)).toMatchObject({ of: 'provider' });
  },
);

it('what a service answers, or code does wrong, is not told as its absence', () => {
  for (const error of [
    new Error('No', { cause: new Response(null, { status: 400 }) }),
    new TypeError('x is not a function'),
  ])
    expect(asOutage('provider', error)).toBe(error);
});
