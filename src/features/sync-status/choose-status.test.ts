import { expect, test } from 'vitest';
import { type Circumstances, chooseStatus } from './status-line.tsx';

const calm: Circumstances = {
  online: true,
  sync: { connection: 'reached', nextAttemptAt: null },
  waiting: 0,
  isSaid: false,
  isMixed: false,
};

test('nothing is said while all is well', () => {
  expect(chooseStatus(calm)).toBeNull();
});

test('without a connection only that is said, whoever noticed it', () => {
  const cut = { ...calm, waiting: 2 };
  expect(chooseStatus({ ...cut, online: false })).toEqual({ kind: 'offline' });
  expect(chooseStatus({ ...cut, sync: { connection: 'noConnection', nextAttemptAt: null } })).toEqual({
    kind: 'offline',
  });
});

test('a session that ended matters here only to what waits for it', () => {
  const ended = { ...calm, sync: { connection: 'signedOut', nextAttemptAt: null } } as const;
  expect(chooseStatus({ ...ended, waiting: 2 })).toEqual({
    kind: 'signInToSend',
    count: 2,
    isMixed: false,
  });
  expect(chooseStatus(ended)).toBeNull();
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
