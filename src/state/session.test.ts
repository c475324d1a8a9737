import { beforeEach, describe, expect, it, test } from 'vitest';
import { type SessionEvent, type SessionStatus, tellSession, useSession } from './session.ts';

const MARIA = {
  id: 'c_maria',
  name: 'Maria Exemplo',
  maskedNiss: '…000',
  holder: 'person',
} as const;
const MARIA_FOUND = { type: 'citizen', citizen: MARIA, isShared: true, guestId: 'c_guest' } as const;
const GUEST_FOUND = { type: 'guest', isShared: true } as const;

/** The events that lead from the first state to each. */
const WAYS: Record<SessionStatus, SessionEvent[]> = {
  unknown: [],
  nobody: [{ type: 'nobody' }],
  guest: [GUEST_FOUND],
  citizen: [MARIA_FOUND, { type: 'signedIn' }],
  ended: [MARIA_FOUND, { type: 'signedOut' }],
};
const EVENTS: SessionEvent[] = [
  { type: 'nobody' },
  GUEST_FOUND,
  MARIA_FOUND,
  { type: 'signedIn' },
  { type: 'signedOut' },
];

function startAnew(): void {
  useSession.setState(useSession.getInitialState(), true);
}

function come(events: readonly SessionEvent[]) {
  for (const event of events) tellSession(event);
  return useSession.getState();
}

beforeEach(startAnew);

describe('whatever is told of a session', () => {
  const told = Object.entries(WAYS).flatMap(([status, way]) =>
    EVENTS.map((event) => ({ status, told: event.type, events: [...way, event] })),
  );

  it.each(told)('a name stands only where somebody is here: $status, $told', ({ events }) => {
    const { status, citizen, isSignedIn, guestId, isShared } = come(events);
    expect(citizen !== null).toBe(status === 'citizen' || status === 'ended');
    expect(isSignedIn && status !== 'citizen').toBe(false);
    expect(guestId !== null && citizen === null).toBe(false);
    expect(isShared && ['unknown', 'nobody'].includes(status)).toBe(false);
  });

  it.each(told)(
    'the server brings nobody whom the device has not found: $status, $told',
    ({ status, events }) => {
      const isServers = ['signedIn', 'signedOut'].includes(events.at(-1)?.type ?? '');
      const before = come(WAYS[status as SessionStatus]).citizen;
      startAnew();
      if (isServers) expect(come(events).citizen).toEqual(before);
    },
  );
});

test('a session that has ended stays so when its citizen is found again, until they sign in', () => {
  come(WAYS.ended);
  expect(come([MARIA_FOUND])).toMatchObject({ status: 'ended', citizen: MARIA });
  expect(come([{ type: 'signedIn' }])).toMatchObject({ status: 'citizen', isSignedIn: true });
});

test('a citizen whom only the device knows is not signed in; whoever has left is not signed in when they come back', () => {
  expect(come([MARIA_FOUND])).toMatchObject({ status: 'citizen', isSignedIn: false });
  expect(come([{ type: 'signedIn' }, { type: 'nobody' }, MARIA_FOUND])).toMatchObject({
    isSignedIn: false,
  });
});

test('a guest has no session that could end', () => {
  expect(come([GUEST_FOUND, { type: 'signedOut' }])).toMatchObject({ status: 'guest', isShared: true });
});
