import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import type { ChangePage, Problem, PublishedLimits, Service } from '../types.ts';
import {
  type Answer,
  type Browser,
  moveClock,
  PEOPLE,
  type Subject,
  sendReply,
  signIn,
  startUpload,
  submission,
  submit,
  submitted,
  TUS,
  uploadPath,
} from './subject.ts';

const AT_ONCE = 25;

type DayLimit = 'dayRequestsMax' | 'dayMessagesMax' | 'dayUploadsMaxBytes';

async function readLimit(browser: Browser, limit: DayLimit): Promise<number> {
  return (await browser.send<Service>('GET', '/service')).body[limit];
}

const today = async (browser: Browser) =>
  lisbonDate((await browser.send<ChangePage>('GET', '/changes?limit=1')).body.serverTime);

/** Repeats a call and returns each status that came, once. */
async function repeat(times: number, call: () => Promise<Answer>): Promise<number[]> {
  const seen = new Set<number>();
  for (let done = 0; done < times; done += AT_ONCE) {
    const calls = Array.from({ length: Math.min(AT_ONCE, times - done) }, call);
    for (const { status } of await Promise.all(calls)) seen.add(status);
  }
  return [...seen];
}

/** Expects a refusal that lasts until the next day in Lisbon. */
async function expectTomorrow(browser: Browser, answer: Answer<Problem>, quota: DayLimit): Promise<void> {
  const { status, headers, body } = answer;
  expect(body).toMatchObject({ type: 'day-limit-reached', status: 429, quota });
  expect(status).toBe(429);
  const seconds = Number(headers.get('Retry-After'));
  expect(seconds > 0 && seconds <= 25 * 3600).toBe(true);
  const retryMs = Date.parse(body.retryAt ?? '');
  const before = lisbonDate(retryMs - 1);
  expect([before, lisbonDate(retryMs) > before]).toEqual([await today(browser), true]);
}

export function describeDayLimits(subject: () => Subject): void {
  describe('what a citizen may send in a day', () => {
    it('is so many requests: one more waits for tomorrow with all its words, and is then taken once', async () => {
      const maria = await signIn(subject());
      const most = await readLimit(maria, 'dayRequestsMax');
      const first = await submitted(maria);
      expect(await repeat(most - 1, () => submit(maria, randomUUID()))).toEqual([201]);
      const waiting = randomUUID();
      await expectTomorrow(maria, await submit<Problem>(maria, waiting), 'dayRequestsMax');
      expect((await maria.send('GET', `/requests/${waiting}`)).status).toBe(404);
      expect((await submit(maria, first)).status).toBe(200);
      const short = await submit<Problem>(maria, randomUUID(), submission({ description: 'Curto' }));
      expect(short.body.type).toBe('validation');
      expect((await submit(await signIn(subject(), PEOPLE.joao), randomUUID())).status).toBe(201);
      await moveClock(maria, 1);
      expect((await submit(maria, waiting)).status).toBe(201);
      expect((await submit(maria, waiting)).status).toBe(200);
    });

    it('is so many messages, beside the requests', async () => {
      const maria = await signIn(subject());
      const most = await readLimit(maria, 'dayMessagesMax');
      const id = await submitted(maria);
      const correct = () => sendReply(maria, id, { purpose: 'correction' });
      expect(await repeat(most, correct)).toEqual([201]);
      await expectTomorrow(maria, await correct(), 'dayMessagesMax');
      expect((await submit(maria, randomUUID())).status).toBe(201);
      await moveClock(maria, 1);
      expect((await correct()).status).toBe(201);
    });

    it('is so many bytes of files, as they were announced, also where an upload was given up', async () => {
      const maria = await signIn(subject());
      const { attachmentMaxBytes } = (await maria.send<PublishedLimits>('GET', '/limits')).body;
      const most = await readLimit(maria, 'dayUploadsMaxBytes');
      const announce = () => startUpload(maria, randomUUID(), attachmentMaxBytes);
      async function announceAndGiveUp(): Promise<Answer> {
        const announced = await announce();
        await maria.send('DELETE', uploadPath(announced), { headers: TUS });
        return announced;
      }
      const known = randomUUID();
      await startUpload(maria, known, attachmentMaxBytes);
      const others = Math.floor(most / attachmentMaxBytes) - 1;
      expect(await repeat(others, announceAndGiveUp)).toEqual([201]);
      await expectTomorrow(maria, (await announce()) as Answer<Problem>, 'dayUploadsMaxBytes');
      expect((await startUpload(maria, known, attachmentMaxBytes)).status).toBe(201);
      await moveClock(maria, 1);
      expect((await announce()).status).toBe(201);
    });
  });
}
