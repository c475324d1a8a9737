import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, signIn, submission, submit } from '../../../contract/conformance/subject.ts';
import type { OfficeFigures, OfficeWaitingPage } from '../../../contract/office-types.ts';
import type { CitizenRequest } from '../../../contract/types.ts';
import { act, type OfficeSubject, openProgram, type Program } from './office-subject.ts';

const WORDS = 'A nota diz respeito ao mês de outubro.';

export function describeFigures(subject: () => OfficeSubject): void {
  describe('what whoever leads the office reads', () => {
    let maria: Browser;
    let program: Program;

    beforeEach(async () => {
      maria = await signIn(subject());
      program = openProgram(subject());
    });

    it('lists the complaints that wait by themselves, in the same order', async () => {
      const { body: complaint } = await submit<CitizenRequest>(
        maria,
        randomUUID(),
        submission({ kind: 'complaint' }),
      );
      await submit(maria, randomUUID());
      const { body: whole } = await program.send<OfficeWaitingPage>('GET', '/requests');
      const { body } = await program.send<OfficeWaitingPage>('GET', '/requests?kind=complaint');
      expect(body.requests.map(({ reference }) => reference)).toContain(complaint.reference);
      expect(body.requests).toEqual(whole.requests.filter(({ kind }) => kind === 'complaint'));
      expect((await program.send('GET', '/requests?kind=all')).body.type).toBe('validation');
    });

    it('counts what was received and answered, what waits and is overdue, without anybody’s name or words', async () => {
      const counted = async (by: string) => {
        await subject().countFigures();
        return (await program.send<OfficeFigures>('GET', `/figures?by=${by}`)).body;
      };
      const before = (await counted('all')).rows[0];
      const { body: request } = await submit<CitizenRequest>(maria, randomUUID());
      await submit(maria, randomUUID());
      await act(program, request.reference, { action: 'answer', body: WORDS });
      const after = await counted('all');
      expect(after.rows).toHaveLength(1);
      expect(after.rows[0]).toMatchObject({
        received: (before?.received ?? 0) + 2,
        answered: (before?.answered ?? 0) + 1,
        waiting: (before?.waiting ?? 0) + 1,
        overdue: before?.overdue,
      });
      const { body: all } = await program.send<OfficeFigures>('GET', '/figures');
      for (const by of ['week', 'topic', 'service', 'kind', 'cell'] as const) {
        const rows = all.rows.filter(({ countedBy }) => countedBy === by);
        for (const name of ['received', 'answered', 'waiting', 'overdue', 'rated', 'helpful'] as const)
          expect(rows.reduce((sum, row) => sum + row[name], 0)).toBe(after.rows[0]?.[name]);
        expect((await counted(by)).rows).toEqual(rows);
      }
      expect(JSON.stringify(all)).not.toMatch(/Maria|EC-\d|nota de cobrança/);
      expect((await program.send('GET', '/figures?by=person')).body.type).toBe('validation');
    });
  });
}
