import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { recordReceived } from '../../db/requests/requests.ts';
import { OwnRequest } from './request-body.tsx';

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
