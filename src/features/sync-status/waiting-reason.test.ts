import { expect, test } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import type { OutboxRow } from '../../db/core/schema.ts';
import { UNTIL_SIGNED_IN } from '../../db/outbox/outbox.ts';
import { whyWaiting } from './waiting-reason.tsx';

const nowMs = NOON.getTime();
const calm = { online: true, connection: 'reached', nowMs } as const;

function entry(changes: Partial<OutboxRow>): OutboxRow {
  const row = { sending: 0, waitReason: 'new', nextAttemptAt: nowMs, ...changes };
  return row as OutboxRow;
}

test('what has not been tried waits for the same as everything else', () => {
  expect(whyWaiting(entry({}), calm)).toEqual({ reason: 'new', nextAttemptAt: null });
  expect(whyWaiting(entry({}), { ...calm, online: false }).reason).toBe('noConnection');
  expect(whyWaiting(entry({}), { ...calm, connection: 'serverDown' }).reason).toBe('serverDown');
});

test('of what the session’s end found in the outbox it is not said that it waits for a sign-in', () => {
  const ended = { ...calm, connection: 'signedOut' } as const;
  expect(whyWaiting(entry({}), ended).reason).toBe('new');
  expect(whyWaiting(entry({ waitReason: 'serverDown' }), ended).reason).toBe('serverDown');
  expect(whyWaiting(entry({ waitReason: 'signedOut' }), ended).reason).toBe('signedOut');
});

test('a missing file is nobody else’s to mend, whatever the connection', () => {
  const missing = entry({ waitReason: 'missingBytes' });
  expect(whyWaiting(missing, { ...calm, online: false }).reason).toBe('missingBytes');
});

test('what waits for a sign-in says so without a connection too, and names no time', () => {
  const paused = entry(UNTIL_SIGNED_IN);
  const why = whyWaiting(paused, { ...calm, online: false });
  expect(why).toEqual({ reason: 'signedOut', nextAttemptAt: null });
});

test('a next try is named only while it is still to come', () => {
  const later = entry({ waitReason: 'serverDown', nextAttemptAt: nowMs + 1 });
  expect(whyWaiting(later, calm)).toEqual({ reason: 'serverDown', nextAttemptAt: nowMs + 1 });
  expect(whyWaiting({ ...later, nextAttemptAt: nowMs }, calm).nextAttemptAt).toBeNull();
  expect(whyWaiting({ ...later, waitReason: 'signedOut' }, calm).nextAttemptAt).toBeNull();
});

test('what is beyond the day’s limit waits for the next day, of which the hour is named', () => {
  const tomorrow = entry({ waitReason: 'dayLimit', nextAttemptAt: nowMs + 12 * 3_600_000 });
  expect(whyWaiting(tomorrow, calm)).toEqual({ reason: 'dayLimit', nextAttemptAt: tomorrow.nextAttemptAt });
  expect(whyWaiting(tomorrow, { ...calm, online: false }).reason).toBe('noConnection');
});

test('on a page that says that it has not gone, a further try changes nothing of the reason', () => {
  const tried = entry({ sending: 1, waitReason: 'serverDown' });
  expect(whyWaiting(tried, calm).reason).toBe('sending');
  expect(whyWaiting(tried, { ...calm, isLate: true }).reason).toBe('serverDown');
  expect(whyWaiting(entry({ sending: 1 }), { ...calm, isLate: true }).reason).toBe('late');
});

test('what goes after another says so, whatever it waited for before, unless nothing goes', () => {
  const behind = { ...calm, isBehind: true, isLate: true };
  expect(whyWaiting(entry({}), behind).reason).toBe('behind');
  const waited = entry({ waitReason: 'noConnection', nextAttemptAt: nowMs + 1 });
  expect(whyWaiting(waited, behind)).toEqual({ reason: 'behind', nextAttemptAt: null });
  expect(whyWaiting(entry({}), { ...behind, online: false }).reason).toBe('noConnection');
  expect(whyWaiting(entry({}), { ...behind, connection: 'serverDown' }).reason).toBe('serverDown');
  expect(whyWaiting(entry(UNTIL_SIGNED_IN), behind).reason).toBe('signedOut');
});
