import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { citizenMessage, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { recordReceived } from '../../db/requests/requests.ts';
import { SearchedContext } from '../../parts/own-words.tsx';
import { OwnRequest } from './own-request.tsx';

const terms = () => screen.getAllByRole('term').map((term) => term.textContent);

it('shows what a complaint was asked, as it was sent, and for whom it is', async () => {
  const request = registeredRequest('r', {
    kind: 'complaint',
    complaint: { office: '<img src=x onerror=alert(1)>', happenedOn: '', wanted: 'Que\nrespondam' },
    onBehalfOf: { id: 'a', name: 'Alice Modelo' },
  });
  await renderFeature(<OwnRequest request={request} />, { db: openMemoryDatabase() });
  expect(terms()).toContain('Serviço de que reclama');
  expect(terms()).not.toContain('Quando aconteceu');
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  expect(screen.getByText(/respondam/).textContent).toBe('Que\nrespondam');
  expect(screen.getByText('Alice Modelo')).toBeVisible();
  expect(document.querySelector('main img')).toBeNull();
});

it('says nothing of a complaint where there is none', async () => {
  await renderFeature(<OwnRequest request={registeredRequest('r')} />, { db: openMemoryDatabase() });
  expect(terms()).not.toContain('Serviço de que reclama');
});

it('names the earlier request that it is about, and leads to it', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest('earlier', { reference: 'EC-2026-0000099' }));
  const request = registeredRequest('r', { aboutRequestId: 'earlier' });
  await renderFeature(<OwnRequest request={request} />, { db });
  const link = await screen.findByRole('link', { name: 'EC-2026-0000099' });
  expect(link).toHaveAttribute('href', '/pedidos/earlier');
  expect(terms()).toContain('Sobre o pedido');
});

const CORRECTION = citizenMessage('m', 'r', {
  purpose: 'correction',
  body: 'Onde escrevi agosto, é setembro.',
});

it('shows in the place of the description what corrects it, with the earlier words folded', async () => {
  const request = registeredRequest('r', { description: 'Em agosto não veio nada.' });
  const own = <OwnRequest request={request} messages={[CORRECTION]} />;
  const { user } = await renderFeature(own, { db: openMemoryDatabase() });
  expect(terms()).toContain('Descrição corrigida');
  expect(terms()).not.toContain('Descrição');
  expect(screen.getByText(CORRECTION.body)).toBeVisible();
  const earlier = screen.getByText('Em agosto não veio nada.');
  expect(earlier).not.toBeVisible();
  await user.click(screen.getByText('O que tinha escrito'));
  expect(earlier).toBeVisible();
});

it('unfolds the earlier words for whoever searched for a word of them', async () => {
  const request = registeredRequest('r', { description: 'Em agosto não veio nada.' });
  const own = (
    <SearchedContext value={[{ fits: (word) => word === 'agosto' }]}>
      <OwnRequest request={request} messages={[{ ...CORRECTION, body: 'É em setembro.' }]} />
    </SearchedContext>
  );
  await renderFeature(own, { db: openMemoryDatabase() });
  expect(screen.getByText('agosto').tagName).toBe('MARK');
  expect(screen.getByText('agosto')).toBeVisible();
});
