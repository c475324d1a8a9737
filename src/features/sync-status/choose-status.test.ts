import { expect, test } from 'vitest';
import { type Circumstances, chooseStatus } from './status-line.tsx';

const calm: Circumstances = {
  online: true,
  sessionEnded: false,
  sync: { connection: 'reached', nextAttemptAt: null },
  waiting: 0,
  isSaid: false,
  isMixed: false,
};

test('nothing is said while all is well', () => {
  expect(chooseStatus(calm)).toBeNull();
  expect(chooseStatus({ ...calm, waiting: 1 })).toBeNull();
});

test('without a connection only that is said, whoever noticed it', () => {
  const cut = { ...calm, waiting: 2, sessionEnded: true };
  expect(chooseStatus({ ...cut, online: false })).toEqual({ kind: 'offline' });
  expect(chooseStatus({ ...cut, sync: { connection: 'noConnection', nextAttemptAt: null } })).toEqual({
    kind: 'offline',
  });
});

test('a session that ended matters here only to what waits', () => {
  expect(chooseStatus({ ...calm, sessionEnded: true, waiting: 2 })).toEqual({
    kind: 'signInToSend',
    count: 2,
    isMixed: false,
  });
  expect(chooseStatus({ ...calm, sessionEnded: true })).toBeNull();
});

test('a server that is down is named with the next try', () => {
  const nextAttemptAt = '2026-11-25T10:45:00Z';
  expect(chooseStatus({ ...calm, sync: { connection: 'serverDown', nextAttemptAt } })).toEqual({
    kind: 'serverDown',
    nextAttemptAt,
  });
  expect(
    chooseStatus({ ...calm, isSaid: true, sync: { connection: 'serverDown', nextAttemptAt } }),
  ).toBeNull();
});
