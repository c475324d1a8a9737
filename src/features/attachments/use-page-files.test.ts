import { expect, it } from 'vitest';
import { namePasted } from './use-page-files.ts';

const NOW = new Date('2026-07-25T09:31:00Z');

it.each([
  ['image.png', 'image/png', 'imagem-2026-07-25-10-31.png'],
  ['', 'image/webp', 'imagem-2026-07-25-10-31.webp'],
  ['fatura.pdf', 'application/pdf', 'fatura.pdf'],
  ['image.png.exe', '', 'image.png.exe'],
])('what is pasted as «%s» is called by Lisbon’s time, or by its own name', async (name, type, expected) => {
  const named = namePasted(new File(['abc'], name, { type }), 'imagem', NOW);
  expect(named.name).toBe(expected);
  expect(named.type).toBe(type);
  expect(await named.text()).toBe('abc');
});
