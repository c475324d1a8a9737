// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timesInLevel } from '../../../ops/test/level.ts';
import { NOON } from '../../../testing/builders.ts';
import { listLostBy, type Turn, turn } from '../../../testing/draft-turns.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { readTexts } from '../../../testing/two-devices.ts';
import { saveDraft } from './save-draft.ts';

const at = (tab: Turn['tab'], ...doings: Turn['does'][]): Turn[] => doings.map((does) => ({ tab, does }));

describe('the second draft, which keeps what another tab or device wrote,', () => {
  it('is not typed over by a tab that goes on in the first, whose words there are its own of before', async () => {
    const turns = [
      ...at('phone', 'types'),
      ...at('otherTab', 'types'),
      ...at('phone', 'opens'),
      ...at('otherTab', 'goesOn'),
      ...at('phone', 'goesOn'),
    ];
    expect(await listLostBy(turns)).toEqual([]);
  });

  it('is not typed over by a tab that has written in it, and then goes on in the first', async () => {
    const turns = [
      ...at('phone', 'types'),
      ...at('otherTab', 'types', 'opensAnother', 'goesOn', 'opens'),
      ...at('phone', 'opens', 'goesOn'),
      ...at('otherTab', 'goesOn'),
    ];
    expect(await listLostBy(turns)).toEqual([]);
  });

  it('takes in what the other device goes on with, and whoever has it open does not type that away', async () => {
    const turns = [
      ...at('phone', 'types', 'syncs'),
      ...at('desktop', 'types', 'syncs', 'opensAnother'),
      ...at('phone', 'goesOn', 'syncs'),
      ...at('desktop', 'syncs', 'types'),
    ];
    expect(await listLostBy(turns)).toEqual([]);
  });
});

it('what a tab adds without typing is in the second draft that it goes on in, whatever was typed there', async () => {
  const db = openMemoryDatabase();
  const write = (description: string, writer: string, typing?: number) =>
    saveDraft(
      db,
      'd',
      { patch: { description }, baseRevision: writer === 'a' ? 1 : 0, writer, typing },
      NOON,
    );
  await write('Escrito.', 'a', 1);
  await write('De outro separador.', 'b', 1);
  expect(await write('Escrito. E partilhado.', 'a')).toMatchObject({ status: 'moved' });
  expect(await readTexts(db)).toEqual(['De outro separador.', 'Escrito. E partilhado.']);
});

it('tabs and devices that write one draft by turns lose no text that nobody has typed over', async () => {
  const turns = fc.array(turn, { minLength: 3, maxLength: 40, size: 'max' });
  const property = fc.asyncProperty(turns, async (taken) => {
    expect(await listLostBy(taken)).toEqual([]);
  });
  await fc.assert(property, { numRuns: timesInLevel(10, 400) });
}, 120_000);
