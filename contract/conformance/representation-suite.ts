import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ChangePage, CitizenRequest, Person, Problem, SignedInSession } from '../types.ts';
import {
  type Browser,
  PEOPLE,
  playOffice,
  type Subject,
  sendReply,
  signIn,
  submission,
  submit,
} from './subject.ts';

type Taken = CitizenRequest & Problem;

const whoIsRepresented = async (browser: Browser) =>
  (await browser.send<SignedInSession>('GET', '/session')).body.representations;

async function firstRepresented(browser: Browser): Promise<Person> {
  const [first] = await whoIsRepresented(browser);
  if (!first) throw new Error('Nobody is represented');
  return first;
}

function setRepresentation(browser: Browser, representedId: string, isActive: boolean) {
  const json = { citizenId: browser.citizenId, representedId, isActive };
  return browser.send('POST', '/demo/representation', { json });
}

export function describeRepresentation(subject: () => Subject): void {
  describe('acting for another', () => {
    it('ends at once, is refused with a reason from then on, and can be given back', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const before = await whoIsRepresented(joao);
      const alice = await firstRepresented(joao);
      const onBehalfOf = { id: alice.id, name: alice.name };

      expect((await setRepresentation(joao, alice.id, false)).status).toBe(204);
      expect((await whoIsRepresented(joao)).map(({ name }) => name)).toEqual(['Padaria Exemplo, Lda.']);
      const refused = await submit<Taken>(joao, randomUUID(), submission({ onBehalfOf }));
      expect([refused.status, refused.body.type]).toEqual([403, 'not-allowed']);
      expect(refused.body.issues).toEqual([{ field: 'onBehalfOf', code: 'notAllowed' }]);

      await setRepresentation(joao, alice.id, true);
      expect(await whoIsRepresented(joao)).toEqual(before);
      expect((await submit<Taken>(joao, randomUUID(), submission({ onBehalfOf }))).status).toBe(201);
    });

    it('leaves what was sent before with whoever sent it', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const bakery = await signIn(subject(), PEOPLE.bakery);
      const id = randomUUID();
      const onBehalfOf = { id: bakery.citizenId, name: 'Padaria Exemplo, Lda.' };
      await submit(joao, id, submission({ onBehalfOf }));
      await setRepresentation(joao, bakery.citizenId, false);
      const read = await joao.send<CitizenRequest>('GET', `/requests/${id}`);
      expect([read.status, read.body.onBehalfOf]).toEqual([200, onBehalfOf]);
    });

    it('bears the name that the server knows, whatever the sender calls it', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const alice = await firstRepresented(joao);
      const id = randomUUID();
      const onBehalfOf = { id: alice.id, name: 'Ministério das Finanças' };
      const submitted = await submit<Taken>(joao, id, submission({ onBehalfOf }));
      expect([submitted.status, submitted.body.onBehalfOf]).toEqual([
        201,
        { id: alice.id, name: alice.name },
      ]);
      // The key's hash is that of the content as sent, with the sender's name for her.
      expect((await submit<Taken>(joao, id, submission({ onBehalfOf }))).status).toBe(200);
    });

    it('can no more be done once it has ended: reading stays, replies, withdrawals and ratings do not', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const alice = await firstRepresented(joao);
      const onBehalfOf = { id: alice.id, name: alice.name };
      const [asked, fresh, answered] = [randomUUID(), randomUUID(), randomUUID()];
      for (const id of [asked, fresh, answered]) await submit(joao, id, submission({ onBehalfOf }));
      await playOffice(joao, asked, 'ask');
      await playOffice(joao, answered, 'answer');
      const rate = () =>
        joao.send<Problem>('PUT', `/requests/${answered}/rating`, { json: { helpful: true, comment: '' } });
      const withdraw = () => joao.send<Problem>('PUT', `/requests/${fresh}/withdrawal`);

      await setRepresentation(joao, alice.id, false);
      const notAllowed = {
        type: 'not-allowed',
        status: 403,
        issues: [{ field: 'onBehalfOf', code: 'notAllowed' }],
      };
      for (const refused of [await sendReply(joao, asked), await withdraw(), await rate()]) {
        expect(refused.body).toEqual(notAllowed);
      }
      expect((await joao.send<CitizenRequest>('GET', `/requests/${asked}`)).body.state).toBe(
        'awaitingCitizen',
      );
      const json = { readUpTo: '2026-11-25T12:00:00.000Z' };
      expect((await joao.send('PUT', `/requests/${asked}/read-mark`, { json })).status).toBe(200);

      await setRepresentation(joao, alice.id, true);
      expect((await sendReply(joao, asked)).status).toBe(201);
      expect([(await withdraw()).status, (await rate()).status]).toEqual([200, 200]);
    });

    it('answers what arrived before the end as arrived, also when it is sent again after it', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const alice = await firstRepresented(joao);
      const [requestId, messageId] = [randomUUID(), randomUUID()];
      const content = submission({ onBehalfOf: { id: alice.id, name: alice.name } });
      await submit(joao, requestId, content);
      await playOffice(joao, requestId, 'ask');
      const sent = await sendReply(joao, requestId, {}, messageId);
      await playOffice(joao, requestId, 'answer');
      const rate = () =>
        joao.send('PUT', `/requests/${requestId}/rating`, { json: { helpful: true, comment: '' } });
      const rated = await rate();
      await setRepresentation(joao, alice.id, false);
      expect((await submit(joao, requestId, content)).status).toBe(200);
      const again = await sendReply(joao, requestId, {}, messageId);
      expect([again.status, again.body]).toEqual([200, sent.body]);
      const ratedAgain = await rate();
      expect([ratedAgain.status, ratedAgain.body]).toEqual([200, rated.body]);
    });

    it('still brings the office’s answer to whoever sent the request', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const alice = await firstRepresented(joao);
      const id = randomUUID();
      await submit(joao, id, submission({ onBehalfOf: { id: alice.id, name: alice.name } }));
      const { cursor } = (await joao.send<ChangePage>('GET', '/changes?limit=500')).body;
      await setRepresentation(joao, alice.id, false);
      await playOffice(joao, id, 'answer');
      const { changes } = (await joao.send<ChangePage>('GET', `/changes?cursor=${cursor}`)).body;
      expect(changes.map(({ type }) => type)).toEqual(['message', 'request']);
    });

    it('is not made from nothing by the demo panel', async () => {
      const maria = await signIn(subject());
      const joao = await signIn(subject(), PEOPLE.joao);
      expect((await setRepresentation(maria, joao.citizenId, true)).status).toBe(404);
      expect((await joao.send('POST', '/demo/representation', { json: { isActive: 1 } })).status).toBe(422);
    });
  });
}
