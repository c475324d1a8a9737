import { describe, expect, test } from 'vitest';
import { json, problem, scriptServer } from '../../testing/scripted-server.ts';
import { readChanges } from './change-calls.ts';
import { createApiClient } from './client.ts';

const NOW = new Date('2026-11-25T12:00:00.000Z');

async function outcomeOf(answer: Parameters<typeof scriptServer>[0][string]) {
  const { server } = scriptServer({ 'GET /changes': answer });
  return readChanges(createApiClient('http://e-clic.test', server), 'c_maria', null);
}

describe('what an answer means', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])('%i is "later", not "no"', async (status) => {
    expect(await outcomeOf(() => new Response('', { status }))).toMatchObject({ kind: 'unreachable' });
  });

  test('a server that has too much to do at once is there, and asked again when it says', async () => {
    const crowded = () =>
      new Response('{"type":"too-many-at-once","status":429}', {
        status: 429,
        headers: { 'Retry-After': '2' },
      });
    expect(await outcomeOf(crowded)).toEqual({
      kind: 'unreachable',
      cause: 'too-many-at-once',
      retryAfterMs: 2_000,
    });
  });

  test('a call still running at the server is tried again', async () => {
    expect(await outcomeOf(problem('still-running', 409))).toMatchObject({ kind: 'unreachable' });
  });

  test('a page instead of the expected JSON, as captive portals send, is no success', async () => {
    const portal = () => new Response('<h1>Wi-Fi</h1>', { headers: { 'Content-Type': 'text/html' } });
    expect(await outcomeOf(portal)).toMatchObject({ kind: 'unreachable' });
  });

  test('JSON that was cut on its way is no success', async () => {
    const cut = () => new Response('{"changes": [', { headers: { 'Content-Type': 'application/json' } });
    expect(await outcomeOf(cut)).toMatchObject({ kind: 'unreachable' });
  });

  test('an ended session and another citizen’s session both wait for the owner', async () => {
    expect(await outcomeOf(problem('signed-out', 401))).toEqual({ kind: 'signedOut' });
    expect(await outcomeOf(problem('owner-mismatch', 403))).toEqual({ kind: 'signedOut' });
    expect(await outcomeOf(() => new Response('', { status: 401 }))).toEqual({ kind: 'signedOut' });
  });

  test('a 403 of any other sort is a refusal, never a sign-in loop', async () => {
    expect(await outcomeOf(problem('not-allowed', 403))).toMatchObject({
      kind: 'refused',
      problem: { type: 'not-allowed' },
    });
    expect(await outcomeOf(() => new Response('', { status: 403 }))).toMatchObject({ kind: 'refused' });
  });

  test.each([400, 404, 409, 413, 415, 422])('%i is a refusal', async (status) => {
    expect(await outcomeOf(() => new Response('', { status }))).toMatchObject({ kind: 'refused' });
  });

  test('a good answer is taken', async () => {
    const page = { changes: [], cursor: '1', more: false, serverTime: NOW.toISOString() };
    expect(await outcomeOf(json(page))).toEqual({ kind: 'accepted', value: page });
  });
});
