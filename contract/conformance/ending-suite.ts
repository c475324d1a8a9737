import { describe, expect, it } from 'vitest';
import { addDays, lisbonDate } from '../../domain/lisbon-date.ts';
import type { ChangePage, CitizenRequest } from '../types.ts';
import {
  type Browser,
  moveClock,
  playOffice,
  readRequest,
  type Subject,
  sendReply,
  signIn,
  submitted,
} from './subject.ts';

const WORKING_DAYS_AT_ONCE = 10;

async function feedAfter(browser: Browser, cursor = ''): Promise<ChangePage> {
  const query = cursor && `&cursor=${cursor}`;
  return (await browser.send<ChangePage>('GET', `/changes?limit=500${query}`)).body;
}

/** Moves the clock by two weeks at once, then by one working day at a time, up to the first after `day`. Returns the states of the request on the way. */
async function goBeyond(browser: Browser, id: string, day: string): Promise<Set<CitizenRequest['state']>> {
  const seen = new Set<CitizenRequest['state']>();
  await moveClock(browser, WORKING_DAYS_AT_ONCE);
  for (;;) {
    if (lisbonDate((await feedAfter(browser)).serverTime) > day) return seen;
    seen.add((await readRequest(browser, id)).state);
    await moveClock(browser, 1);
  }
}

export function describeEnding(subject: () => Subject): void {
  describe('a request about which nobody says anything more', () => {
    it('is closed the day after the last on which the citizen may ask about the answer, and each device hears of it', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'answer');
      const { askAgainUntil } = await readRequest(maria, id);
      const { cursor } = await feedAfter(maria);
      expect(await goBeyond(maria, id, askAgainUntil ?? '')).toEqual(new Set(['answered']));
      const over = await readRequest(maria, id);
      expect(over.state).toBe('closed');
      expect(lisbonDate(over.history.at(-1)?.at ?? '')).toBe(addDays(askAgainUntil ?? '', 1));
      const { changes } = await feedAfter(maria, cursor);
      expect(changes).toContainEqual({ type: 'request', request: over });
      const late = await sendReply(maria, id, { purpose: 'followUp' });
      expect([late.status, late.body.type]).toEqual([409, 'state-forbids']);
    });

    it('has its days anew after a second answer', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'answer');
      const first = (await readRequest(maria, id)).askAgainUntil ?? '';
      await moveClock(maria, 10);
      await playOffice(maria, id, 'answer');
      await goBeyond(maria, id, first);
      expect((await readRequest(maria, id)).state).toBe('answered');
    });

    it('waits for the citizen for six months, and is over then, which they read and may write anew', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'ask');
      await moveClock(maria, 120);
      expect((await readRequest(maria, id)).state).toBe('awaitingCitizen');
      await moveClock(maria, 15);
      const over = await readRequest(maria, id);
      expect([over.state, over.deadlinePaused]).toEqual(['closed', false]);
      expect(over.history.map(({ state }) => state)).toEqual(['registered', 'awaitingCitizen', 'closed']);
      expect((await sendReply(maria, id)).body.type).toBe('state-forbids');
    });

    it('never ends while it is the office that has to say something', async () => {
      const maria = await signIn(subject());
      const id = await submitted(maria);
      await playOffice(maria, id, 'ask');
      await moveClock(maria, 120);
      await sendReply(maria, id);
      await playOffice(maria, id, 'ask');
      await moveClock(maria, 15);
      expect((await readRequest(maria, id)).state).toBe('awaitingCitizen');
    });
  });
}
