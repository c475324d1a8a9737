import { expect, it } from 'vitest';
import { PEOPLE } from '../../contract/conformance/subject.ts';
import { setUpTerminal } from '../testing/office-terminal.ts';

const { office, ask, pipe } = await setUpTerminal();

it('a request is found by words, or by a NISS that is piped in, and a reply is saved for everybody and removed', async () => {
  const { reference } = await ask('Tenho uma hemocromatose.');
  expect(await office('search', ['hemocromatoses', 'maria'])).toMatch(new RegExp(`^${reference} .*Maria`));
  pipe(PEOPLE.maria);
  expect(await office('search', [])).toContain(reference);
  pipe('');
  expect(await office('search', [])).toBe('! There are no words: give them, or pipe them in.');
  expect(await office('search', ['girafa'])).toBe('Nothing is found.');
  expect(await office('replies', [])).toBe('There is none.');
  expect(await office('keep-reply', ['--text', 'Pode mudá-lo.'])).toBe('! Say its title: --title <words>');
  pipe('Pode mudá-lo.');
  const saved = await office('keep-reply', ['--title', 'Mudar o IBAN', '--topic', 'ibanChange']);
  const id = / is saved\.$/.test(saved) ? saved.slice(0, 36) : expect.fail(saved);
  expect(await office('replies', [])).toBe(`${id}  Mudar o IBAN  ibanChange\nPode mudá-lo.`);
  const again = ['--title', 'Mudar o IBAN', '--text', 'Mude-o.', '--id', id];
  await office('keep-reply', [...again, '--topic', 'ibanChange', '--begins-answer']);
  expect(await office('replies', [])).toBe(`${id}  Mudar o IBAN  ibanChange    begins the answer\nMude-o.`);
  await office('keep-reply', [...again, '--no-begins-answer']);
  expect(await office('replies', [])).toBe(`${id}  Mudar o IBAN\nMude-o.`);
  expect(await office('remove-reply', [id])).toBe('It is removed.');
  expect(await office('remove-reply', [id])).toBe('! There is no such request.');
});
