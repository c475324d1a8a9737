import { expect, test } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { searchedWords } from '../../db/search/word-forms.ts';
import { MarkedExcerpt } from './marked-excerpt.tsx';

async function excerptOf(text: string) {
  await renderFeature(<MarkedExcerpt text={text} words={searchedWords('pedido')} />);
  return document.querySelector('main bdi')?.textContent;
}

test.each([
  ['a long word', 'Relativamente ao seu pedido de abono.', '…pedido de abono.'],
  ['a word without end', `${'x'.repeat(60)} pedido de abono.`, '…pedido de abono.'],
  ['several words', 'Recebemos há dias o seu pedido de abono.', '…dias o seu pedido de abono.'],
  ['a short word', 'O seu pedido de abono.', 'O seu pedido de abono.'],
])('after %s the searched word can be read', async (_what, text, shown) => {
  expect(await excerptOf(text)).toBe(shown);
});
