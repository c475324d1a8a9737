import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { useSession } from '../../state/session.ts';
import { FirstOffers, type Offer } from './first-offers.tsx';

const MARIA = { id: 'c_maria', name: 'Maria Exemplo', maskedNiss: '•••• 1234' };

afterEach(() => useSession.setState(useSession.getInitialState(), true));

function offer(name: string, canBeMade = true): Offer {
  return {
    name,
    canBeMade: () => canBeMade,
    Offer: ({ onDone }) => (
      <button type="button" onClick={onDone}>
        {name}
      </button>
    ),
  };
}

const OFFERS = [offer('install'), offer('notify'), offer('impossible', false)];

/** One request after the other, on the page of each. */
function Visits({ offers }: { offers: readonly Offer[] }) {
  const [requestId, setRequestId] = useState('first');
  return (
    <>
      <FirstOffers key={requestId} requestId={requestId} offers={offers} />
      <button type="button" onClick={() => setRequestId(requestId === 'first' ? 'second' : 'first')}>
        another
      </button>
    </>
  );
}

async function showOffers({ shared }: { shared: boolean }) {
  useSession.setState({ citizen: { ...MARIA, shared } });
  const rendered = await renderFeature(<Visits offers={OFFERS} />, { db: openMemoryDatabase() });
  const press = (name: string) => rendered.user.click(rendered.screen.getByRole('button', { name }));
  return { ...rendered, press };
}

test('what a device can do is offered beside the first request that was submitted, and beside no other', async () => {
  const { screen, press } = await showOffers({ shared: false });
  expect(await screen.findByRole('button', { name: 'install' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'notify' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'impossible' })).toBeNull();
  await press('another');
  await expect(screen.findByRole('button', { name: 'install' }, { timeout: 200 })).rejects.toThrow();
  await press('another');
  expect(await screen.findByRole('button', { name: 'install' })).toBeVisible();
});

test('an offer that was answered is not made again, the other stays', async () => {
  const { screen, press } = await showOffers({ shared: false });
  await screen.findByRole('button', { name: 'install' });
  await press('install');
  expect(screen.queryByRole('button', { name: 'install' })).toBeNull();
  await press('another');
  await press('another');
  expect(await screen.findByRole('button', { name: 'notify' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'install' })).toBeNull();
});

test('nothing is offered on a shared device', async () => {
  const { screen } = await showOffers({ shared: true });
  await expect(screen.findByRole('button', { name: 'install' }, { timeout: 200 })).rejects.toThrow();
});
