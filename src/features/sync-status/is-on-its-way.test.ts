import { expect, test } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import type { OutboxRow, SendingProgressRow } from '../../db/core/schema.ts';
import { answerDueAt, isOnItsWay, type Sending } from './is-on-its-way.ts';

const nowMs = NOON.getTime();
/** The browser says that it is online. */
const ONLINE = true;

function sending(changes: Partial<OutboxRow> = {}, connection: Sending['connection'] = 'reached'): Sending {
  const entry = { queuedAt: NOON.toISOString(), waitReason: 'new', sending: 0, ...changes };
  return { entry: entry as OutboxRow, progress: undefined, connection };
}

test('from the press on it is being sent, also where the server did not answer somebody else', () => {
  expect(isOnItsWay(sending(), ONLINE)).toBe(true);
  expect(isOnItsWay(sending({ sending: 1 }), ONLINE)).toBe(true);
  expect(isOnItsWay(sending({}, 'unknown'), ONLINE)).toBe(true);
  expect(isOnItsWay(sending({}, 'serverDown'), ONLINE)).toBe(true);
});

test('without a connection it is not, whoever noticed it', () => {
  expect(isOnItsWay(sending(), false)).toBe(false);
  expect(isOnItsWay(sending({}, 'noConnection'), ONLINE)).toBe(false);
});

test('what was submitted before the session ended is being sent all the same; what waits for the sign-in is not', () => {
  expect(isOnItsWay(sending({}, 'signedOut'), ONLINE)).toBe(true);
  expect(isOnItsWay(sending({ waitReason: 'signedOut' }, 'signedOut'), ONLINE)).toBe(false);
});

test.each(['noConnection', 'serverDown', 'signedOut', 'missingBytes'] as const)(
  'what failed (%s) has failed also while it is tried again',
  (waitReason) => {
    expect(isOnItsWay(sending({ sending: 1, waitReason }), ONLINE)).toBe(false);
  },
);

test('an answer is due ten seconds after the press, and after each sign of the server', () => {
  expect(answerDueAt(sending(), nowMs)).toBe(nowMs + 10_000);
  const progress = { notedAt: nowMs + 60_000 } as SendingProgressRow;
  expect(answerDueAt({ ...sending(), progress }, nowMs + 61_000)).toBe(nowMs + 70_000);
});

test('a clock that is set back makes nobody wait for longer', () => {
  expect(answerDueAt(sending(), nowMs - 86_400_000)).toBe(nowMs - 86_400_000 + 10_000);
});
