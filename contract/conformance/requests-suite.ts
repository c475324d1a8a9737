import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../reference.ts';
import type { CitizenRequest, Problem } from '../types.ts';
import { BUSY_MAX_MS, measureBusy } from './busy.ts';
import { topicOf } from './every-objects-names.ts';
import {
  PEOPLE,
  pdf,
  type Subject,
  sendReply,
  signIn,
  submission,
  submit,
  submitted,
  uploaded,
} from './subject.ts';

type Taken = CitizenRequest & Problem;
interface DemoState {
  requests: { id: string; commits: number; attachments: { sha256: string }[] }[];
  uploads: { id: string; size: number; bytesReceived: number }[];
}

const codesOf = ({ body }: { body: Problem }) => body.issues?.map(({ field, code }) => `${field} ${code}`);

export function describeRequests(subject: () => Subject): void {
  describe('submitting a request', () => {
    it('gives a reference, a due date and the files as the server saw them', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const files = [
        await uploaded(maria, pdf('um'), 'nota.pdf'),
        await uploaded(maria, pdf('dois'), 'nota.pdf'),
      ];
      const { status, body } = await submit<Taken>(maria, id, submission({ attachments: files }));
      expect(status).toBe(201);
      expect(body).toMatchObject({ id, revision: 1, state: 'registered', deadlinePaused: false });
      expect(body.reference).toMatch(REFERENCE);
      expect(body.attachments).toEqual(files.map(({ uploadId: _, ...seen }) => seen));
      expect((await maria.send<Taken>('GET', `/requests/${id}`)).body).toEqual(body);
    });

    it('keeps every character that somebody can send, the character 0 and half an emoji too, on its way to the answer', async () => {
      const maria = await signIn(subject());
      const description = 'Um zero \u{0}, o que parece um: \\u0000, uma pessoa: 👩🏽‍🦱, e metade: \ud83d.';
      const { status, body } = await submit<Taken>(maria, randomUUID(), submission({ description }));
      expect([status, body.description]).toEqual([201, description]);
    });

    it('is the same when it is sent twice, together or later', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const answers = await Promise.all([1, 2, 3].map(() => submit<Taken>(maria, id)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
      const again = await submit<Taken>(maria, id);
      expect(new Set([...answers, again].map(({ body }) => body.reference)).size).toBe(1);
      const { body } = await maria.send<DemoState>('GET', '/demo/state');
      expect(body.requests.find((request) => request.id === id)?.commits).toBe(1);
    });

    it('answers the same content in another order of its fields as the same', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      await submit(maria, id);
      const turned = Object.fromEntries(Object.entries(submission()).reverse());
      expect((await submit(maria, id, turned)).status).toBe(200);
    });

    it('refuses a key that was used for other content', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      await submit(maria, id);
      const other = await submit<Taken>(
        maria,
        id,
        submission({ description: 'Outra coisa, bem diferente.' }),
      );
      expect([other.status, other.body.type]).toEqual([422, 'key-reused']);
    });

    it('answers what it took when a later revision of the same request comes', async () => {
      const maria = await signIn(subject());
      const id = randomUUID();
      const first = await submit<Taken>(maria, id);
      const later = await submit<Taken>(
        maria,
        id,
        submission({ description: 'Mudei o texto entretanto.' }),
        2,
      );
      expect(later.status).toBe(200);
      expect(later.body).toEqual(first.body);
    });

    it('needs a key that names the request', async () => {
      const maria = await signIn(subject());
      const headers = { 'Idempotency-Key': `"${randomUUID()}:1"` };
      const answer = await maria.send('PUT', `/requests/${randomUUID()}`, { json: submission(), headers });
      expect(answer.status).toBe(422);
      expect((await submit(maria, 'not-a-uuid')).status).toBe(422);
    });

    it('lets a representative act for those represented, and nobody else', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const bakery = await signIn(subject(), PEOPLE.bakery);
      const maria = await signIn(subject());
      const onBehalfOf = { id: bakery.citizenId, name: 'Padaria Exemplo, Lda.' };
      expect((await submit(joao, randomUUID(), submission({ onBehalfOf }))).status).toBe(201);
      const refused = await submit<Taken>(maria, randomUUID(), submission({ onBehalfOf }));
      expect([refused.status, refused.body.type, codesOf(refused)]).toEqual([
        403,
        'not-allowed',
        ['onBehalfOf notAllowed'],
      ]);
    });

    it.each([
      ['', 'descriptionMissing'],
      ['Nove car.', 'descriptionTooShort'],
      ['x'.repeat(4001), 'descriptionTooLong'],
    ])('refuses the description «%.12s»: %s', async (description, code) => {
      const maria = await signIn(subject());
      const answer = await submit<Taken>(maria, randomUUID(), submission({ description }));
      expect(codesOf(answer)).toEqual([`description ${code}`]);
    });

    it('counts characters as a person does: 3990 families pass', async () => {
      const maria = await signIn(subject());
      const description = '👨‍👩‍👧‍👦'.repeat(3990);
      expect((await submit(maria, randomUUID(), submission({ description }))).status).toBe(201);
    });

    it('refuses few letters under very many accents, as a reply too, and keeps them in a draft', async () => {
      const maria = await signIn(subject());
      const description = `Dez letras${'\u0301'.repeat(60_000)}`;
      const refused = await submit<Taken>(maria, randomUUID(), submission({ description }));
      expect(refused.body.issues).toMatchObject([
        { code: 'descriptionTooLong', params: { over: 1, max: 9 } },
      ]);
      const reply = await sendReply(maria, await submitted(maria), {
        purpose: 'correction',
        body: description,
      });
      expect(codesOf(reply)).toEqual(['body descriptionTooLong']);
      const json = { ...submission({ description }), attachments: [] };
      const kept = await maria.send('PUT', `/drafts/${randomUUID()}`, {
        json,
        headers: { 'If-None-Match': '*' },
      });
      expect(kept.status).toBe(201);
    });

    it.each(['😀', 'п', 'a\u0301'])(
      'does not hold the server with as many «%s» as may be sent',
      async (character) => {
        const maria = await signIn(subject());
        const description = character.repeat(400_000 / character.length);
        const { result, busyMs } = await measureBusy(() =>
          submit<Taken>(maria, randomUUID(), submission({ description })),
        );
        expect(codesOf(result)).toEqual(['description descriptionTooLong']);
        expect(busyMs).toBeLessThan(BUSY_MAX_MS);
      },
    );

    it('says how many characters are too many, up to ten times the maximum', async () => {
      const maria = await signIn(subject());
      const description = '😀'.repeat(39_999);
      const answer = await submit<Taken>(maria, randomUUID(), submission({ description }));
      expect(answer.body.issues?.[0]?.params).toEqual({ over: 35_999, max: 4000 });
    });

    it('refuses what is no submission, or far too long', async () => {
      const maria = await signIn(subject());
      expect((await submit(maria, randomUUID(), { kind: 'wish' })).status).toBe(422);
      const topic = topicOf('sickness\u{0}');
      expect((await submit(maria, randomUUID(), submission({ topic }))).status).toBe(422);
      const long = submission({ description: 'x'.repeat(3 * 1024 * 1024) });
      expect((await submit(maria, randomUUID(), long)).status).toBe(413);
    });

    it('is listed for people who look at the pretend world, with all bytes that ever arrived', async () => {
      const maria = await signIn(subject());
      const file = await uploaded(maria, pdf('x'));
      const id = randomUUID();
      await submit(maria, id, submission({ attachments: [file] }));
      const { body } = await maria.send<DemoState>('GET', '/demo/state');
      expect(body.requests.find((request) => request.id === id)).toMatchObject({
        commits: 1,
        attachments: [{ sha256: file.sha256 }],
      });
      expect(body.uploads).toMatchObject([{ id: file.uploadId, size: file.size, bytesReceived: file.size }]);
    });
  });
}
