import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  PEOPLE,
  sendReply,
  signIn,
  submission,
  submit,
} from '../../../contract/conformance/subject.ts';
import type { OfficeFound, OfficeProblem, OfficeSavedReplyList } from '../../../contract/office-types.ts';
import type { CitizenRequest } from '../../../contract/types.ts';
import { act, type OfficeSubject, openProgram, type Program } from './office-subject.ts';

export function describeFinding(subject: () => OfficeSubject): void {
  describe('what the office finds', () => {
    let maria: Browser;
    let program: Program;

    beforeEach(async () => {
      maria = await signIn(subject());
      program = openProgram(subject());
    });

    const ask = async (description: string, by = maria) =>
      (await submit<CitizenRequest>(by, randomUUID(), submission({ description }))).body;
    async function find(sought: string, from = program): Promise<string[]> {
      const { body } = await from.send<OfficeFound>('POST', '/searches', { json: { sought } });
      return body.requests.map(({ reference }) => reference);
    }

    it('a request is found by its reference, by the NISS of whom it is about, and by the name', async () => {
      const { reference } = await ask('Recebi a nota de cobrança de outubro.');
      expect(await find(` ${reference.toLowerCase()} `)).toEqual([reference]);
      expect(await find(PEOPLE.maria.replace(/^(.{3})/, '$1 '))).toContain(reference);
      expect(await find(PEOPLE.joao)).not.toContain(reference);
      expect(await find('maria exem')).toContain(reference);
      expect(await find('EC-2026-9999999')).toEqual([]);
      expect(await find('12345678902')).toEqual([]);
    });

    it.each([
      ['Peço as prestações em atraso.', 'prestacao'],
      ['Perguntei pela PENSÃO de velhice.', 'pensoes velhices'],
      ['O subsídio não chegou.', 'subsidios'],
      ['Os cidadãos pagam as contribuições.', 'cidadao contribuicao'],
    ])('«%s» is found by «%s», without accents and in another number', async (description, sought) => {
      const { reference } = await ask(description);
      expect(await find(sought)).toContain(reference);
      expect(await find(`${sought} girafa`)).not.toContain(reference);
    });

    it('words that are said later are found too, the office’s and the citizen’s, of one person and her name', async () => {
      const { id, reference } = await ask('Recebi uma nota de cobrança.');
      expect(await find('zarabatana')).toEqual([]);
      await act(program, reference, { action: 'review' });
      await sendReply(maria, id, { purpose: 'addition', body: 'Fala de uma zarabatana.' });
      expect(await find('zarabatanas maria')).toEqual([reference]);
      await act(program, reference, { action: 'answer', body: 'É do mês em que comprou o clavicórdio.' });
      expect(await find('clavicordio')).toEqual([reference]);
    });

    it('the newest come first, and what another service has is not found', async () => {
      const first = await ask('Uma zarabatana.');
      const joao = await signIn(subject(), PEOPLE.joao);
      const second = await ask('Outra zarabatana.', joao);
      const tokens = await subject().setUpServices();
      await act(program, first.reference, {
        action: 'forward',
        body: 'O assunto é de outro serviço.',
        service: 'familia',
      });
      expect(await find('zarabatana')).toEqual([second.reference, first.reference]);
      const family = openProgram({ ...subject(), token: tokens.family });
      expect(await find('zarabatana', family)).toEqual([first.reference]);
    });

    it('what is no text to seek is told, and words that say nothing find nothing', async () => {
      for (const json of [{}, { sought: '' }, { sought: 'x'.repeat(1001) }])
        expect((await program.send('POST', '/searches', { json })).status).toBe(422);
      for (const sought of ['a de o', '& | ! ( ) : *', "'", '\u0000 …'])
        expect(await find(sought)).toEqual([]);
    });

    it('a reply is saved for everybody, worded anew, and removed', async () => {
      const path = `/saved-replies/${randomUUID()}`;
      const keep = (fields: object, from = program) =>
        from.send('PUT', path, {
          json: { title: 'Mudar o IBAN', body: 'Pode mudá-lo.', topic: 'ibanChange', kind: null, ...fields },
        });
      const saved = async () =>
        (await program.send<OfficeSavedReplyList>('GET', '/saved-replies')).body.replies.filter(({ id }) =>
          path.endsWith(id),
        );
      expect((await keep({})).status).toBe(204);
      expect((await keep({ body: 'Pode mudá-lo na Segurança Social Direta.' })).status).toBe(204);
      expect(await saved()).toMatchObject([
        { body: 'Pode mudá-lo na Segurança Social Direta.', beginsAnswer: false },
      ]);
      for (const [fields, beginsAnswer] of [
        [{ beginsAnswer: true }, true],
        [{}, true],
        [{ beginsAnswer: false }, false],
      ] as const)
        expect([(await keep(fields)).status, await saved()]).toMatchObject([204, [{ beginsAnswer }]]);
      expect((await keep({ beginsAnswer: 'yes' })).status).toBe(422);
      expect((await keep({ title: ' ' })).body.issues).toEqual([{ field: 'title', code: 'titleMissing' }]);
      for (const wrong of [{ kind: 'other' }, { topic: 'a\0' }]) expect((await keep(wrong)).status).toBe(422);
      const { family } = await subject().setUpServices();
      const limited = openProgram({ ...subject(), token: family });
      expect([(await keep({}, limited)).status, (await limited.send('DELETE', path)).status]).toEqual([
        404, 404,
      ]);
      expect((await program.send<OfficeProblem>('DELETE', '/saved-replies/x')).status).toBe(422);
      expect((await program.send('DELETE', path)).status).toBe(204);
      expect([(await program.send('DELETE', path)).status, await saved()]).toEqual([404, []]);
    });
  });
}
