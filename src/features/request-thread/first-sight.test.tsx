import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { citizenMessage, receiveMessage, registeredRequest } from '../../../testing/builders.ts';
import { LiveRequestPage } from '../../../testing/live-request-page.tsx';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { recordReceived } from '../../db/requests/requests.ts';
import { searchedWords } from '../../db/search/word-forms.ts';
import { SearchedContext } from '../../parts/own-words.tsx';

/** Opens the page of a request with three messages, as after a search for these words. */
async function openFound(words: string) {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest('r', { description: 'O abono da minha filha.' }));
  const bodies = ['Falta o atestado.', 'Junto o atestado multiúsos.', 'Está tratado.'];
  for (const [n, body] of bodies.entries()) {
    const sentAt = `2026-11-2${6 + n}T10:00:00.000Z`;
    await receiveMessage(db, citizenMessage(`m${n}`, 'r', { body, sentAt }));
  }
  await renderFeature(
    <SearchedContext value={searchedWords(words)}>
      <LiveRequestPage id="r" />
    </SearchedContext>,
    { db },
  );
  await screen.findByText('Está tratado.');
}

function beOnPhone() {
  const query = { matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() };
  vi.stubGlobal('matchMedia', () => query);
}

afterEach(() => vi.unstubAllGlobals());

const marks = () => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent);

test('a request found by a word of its messages opens at the newest that has it, with the word marked', async () => {
  await openFound('ATESTADO');
  await waitFor(() => expect(document.activeElement).toHaveAttribute('data-message', 'm1'));
  expect(marks()).toEqual(['atestado', 'atestado']);
});

test('a request found by the citizen’s own words has these marked and unfolded on a phone', async () => {
  beOnPhone();
  await openFound('filha');
  expect(marks()).toEqual(['filha']);
  expect(screen.getByText('filha').closest('details')).toHaveAttribute('open');
  expect(screen.getByText('O que já aconteceu e o que se segue').closest('details')).not.toHaveAttribute(
    'open',
  );
});

test('while there is no message, what was asked is unfolded on a phone', async () => {
  beOnPhone();
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest('r', { description: 'O abono da minha filha.' }));
  await renderFeature(<LiveRequestPage id="r" />, { db });
  const words = await screen.findByText('O abono da minha filha.');
  expect(words.closest('details')).toHaveAttribute('open');
});

test('a request that was not searched for has nothing marked', async () => {
  await openFound('');
  expect(marks()).toEqual([]);
});
