import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Change, ChangePage, DraftContent, Problem, PublishedLimits } from '../types.ts';
import {
  type Answer,
  type Browser,
  moveClock,
  PEOPLE,
  pdf,
  type Subject,
  signIn,
  startUpload,
  submission,
  submit,
  TUS,
  uploaded,
  uploadPath,
} from './subject.ts';

const AT_ONCE = 50;

const readLimits = async (browser: Browser) => (await browser.send<PublishedLimits>('GET', '/limits')).body;

function saveDraft(browser: Browser, id: string, fields: Partial<DraftContent> = {}) {
  const json: DraftContent = { ...submission(), attachments: [], ...fields };
  return browser.send<Problem>('PUT', `/drafts/${id}`, { json, headers: { 'If-None-Match': '*' } });
}

/** Repeats a call, several at once, since there are many. */
async function repeat(times: number, call: () => Promise<Answer>): Promise<void> {
  for (let done = 0; done < times; done += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, times - done) }, call));
  }
}

const reached = (quota: string) => ({ type: 'quota-reached', status: 422, quota });

export function describeQuotas(subject: () => Subject): void {
  describe('what an account may hold', () => {
    it('is so many drafts; one that goes makes room for another', async () => {
      const maria = await signIn(subject());
      const { accountDraftsMaxCount } = await readLimits(maria);
      const [first, sent] = [randomUUID(), randomUUID()];
      for (const id of [first, sent]) await saveDraft(maria, id);
      await repeat(accountDraftsMaxCount - 2, () => saveDraft(maria, randomUUID()));
      const refused = await saveDraft(maria, randomUUID());
      expect(refused.body).toEqual(reached('accountDraftsMaxCount'));
      const etag = (await maria.send('GET', `/drafts/${first}`)).headers.get('ETag') ?? '';
      const json: DraftContent = { ...submission(), attachments: [], description: 'Outra coisa' };
      const changed = await maria.send('PUT', `/drafts/${first}`, { json, headers: { 'If-Match': etag } });
      expect(changed.status).toBe(200);
      await maria.send('DELETE', `/drafts/${first}`);
      expect((await saveDraft(maria, randomUUID())).status).toBe(201);
      await submit(maria, sent);
      expect((await saveDraft(maria, randomUUID())).status).toBe(201);
      expect((await saveDraft(maria, randomUUID())).status).toBe(422);
      expect((await saveDraft(await signIn(subject(), PEOPLE.joao), randomUUID())).status).toBe(201);
    });

    it('is so many uploads that no request has yet', async () => {
      const maria = await signIn(subject());
      const { accountUploadsMaxCount } = await readLimits(maria);
      const file = await uploaded(maria, pdf('x'));
      await repeat(accountUploadsMaxCount - 1, () => startUpload(maria, randomUUID(), 1));
      expect((await startUpload(maria, randomUUID(), 1)).body).toEqual(reached('accountUploadsMaxCount'));
      expect((await startUpload(maria, file.id, file.size)).status).toBe(201);
      await submit(maria, randomUUID(), submission({ attachments: [file] }));
      expect((await startUpload(maria, randomUUID(), 1)).status).toBe(201);
      expect((await startUpload(maria, randomUUID(), 1)).status).toBe(422);
    });

    it('is so many bytes of them, counted as they were announced', async () => {
      const maria = await signIn(subject());
      const { accountUploadsMaxTotalBytes, attachmentMaxBytes } = await readLimits(maria);
      const path = uploadPath(await startUpload(maria, randomUUID(), attachmentMaxBytes));
      const others = Math.floor(accountUploadsMaxTotalBytes / attachmentMaxBytes) - 1;
      await repeat(others, () => startUpload(maria, randomUUID(), attachmentMaxBytes));
      const refused = await startUpload(maria, randomUUID(), attachmentMaxBytes);
      expect(refused.body).toEqual(reached('accountUploadsMaxTotalBytes'));
      await maria.send('DELETE', path, { headers: TUS });
      expect((await startUpload(maria, randomUUID(), attachmentMaxBytes)).status).toBe(201);
    });

    it('is freed of uploads that were never finished, or that nothing of theirs names, and never of a draft’s', async () => {
      const maria = await signIn(subject());
      const { accountUploadsMaxCount } = await readLimits(maria);
      const [ofDraft, ofNothing] = [await uploaded(maria, pdf('x')), await uploaded(maria, pdf('y'))];
      await saveDraft(maria, randomUUID(), { attachments: [ofDraft] });
      const ofSomebodyElse = await saveDraft(await signIn(subject(), PEOPLE.joao), randomUUID(), {
        attachments: [ofNothing],
      });
      expect(ofSomebodyElse.status).toBe(201);
      await repeat(accountUploadsMaxCount - 2, () => startUpload(maria, randomUUID(), 1));
      await moveClock(maria, 23);
      expect((await startUpload(maria, randomUUID(), 1)).status).toBe(201);
      const head = (uploadId: string) => maria.send('HEAD', `/uploads/${uploadId}`, { headers: TUS });
      expect((await head(ofDraft.uploadId)).status).toBe(200);
      expect((await head(ofNothing.uploadId)).status).toBe(404);
    });
  });

  it('a page of changes is not longer than is published, one change apart, and together they are the whole', async () => {
    const maria = await signIn(subject());
    const { changesMaxBytes } = await readLimits(maria);
    const { cursor } = (await maria.send<ChangePage>('GET', '/changes?limit=500')).body;
    const ids = Array.from({ length: 9 }, () => randomUUID());
    for (const id of ids) await saveDraft(maria, id, { description: `${id}${'ã'.repeat(150_000)}` });
    const huge = randomUUID();
    // JSON writes each of these characters with six bytes.
    await saveDraft(maria, huge, { description: '\u0001'.repeat(300_000) });
    const seen: Change[] = [];
    for (let page: ChangePage = { changes: [], cursor, more: true, serverTime: '' }; page.more; ) {
      page = (await maria.send<ChangePage>('GET', `/changes?limit=500&cursor=${page.cursor}`)).body;
      const bytes = new TextEncoder().encode(JSON.stringify(page.changes)).length;
      if (page.changes.length > 1) expect(bytes).toBeLessThanOrEqual(changesMaxBytes);
      seen.push(...page.changes);
    }
    expect(seen.map((change) => change.type === 'draft' && change.draft.id)).toEqual([...ids, huge]);
  });
}
