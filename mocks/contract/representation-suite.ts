import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CitizenRequest, Problem, SignedInSession } from '../../src/contract/types.ts';
import { type Browser, PEOPLE, type Subject, signIn, submission, submit } from './subject.ts';

type Taken = CitizenRequest & Problem;

const whoIsRepresented = async (browser: Browser) =>
  (await browser.send<SignedInSession>('GET', '/session')).body.representations;

function setRepresentation(browser: Browser, representedId: string, isActive: boolean) {
  const json = { citizenId: browser.citizenId, representedId, isActive };
  return browser.send('POST', '/demo/representation', { json });
}

export function describeRepresentation(subject: () => Subject): void {
  describe('acting for another', () => {
    it('ends at once, is refused with a reason from then on, and can be given back', async () => {
      const joao = await signIn(subject(), PEOPLE.joao);
      const before = await whoIsRepresented(joao);
      const [alice] = before;
      if (!alice) throw new Error('João represents nobody');
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

    it('is not made from nothing by the demo panel', async () => {
      const maria = await signIn(subject());
      const joao = await signIn(subject(), PEOPLE.joao);
      expect((await setRepresentation(maria, joao.citizenId, true)).status).toBe(404);
      expect((await joao.send('POST', '/demo/representation', { json: { isActive: 1 } })).status).toBe(422);
    });
  });
}
