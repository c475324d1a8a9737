import { act } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { beMaria } from '../../../testing/sign-in.ts';
import { tellSession, useSession } from '../../state/session.ts';
import { FirstOffers, type Offer, type OfferProps } from './first-offers.tsx';

afterEach(() => useSession.setState(useSession.getInitialState(), true));

function Install({ onDone }: OfferProps) {
  return (
    <button type="button" onClick={onDone}>
      install
    </button>
  );
}

function Notify({ onDone }: OfferProps) {
  return (
    <button type="button" onClick={onDone}>
      notify
    </button>
  );
}

const OFFERS: readonly Offer[] = [
  { name: 'install', canBeMade: () => true, Offer: Install },
  { name: 'notify', canBeMade: () => true, Offer: Notify },
];
const NONE_POSSIBLE = OFFERS.map((offer) => ({ ...offer, canBeMade: () => false }));

/** Shows one request's page after another. */
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

async function showOffers({ shared = false, offers = OFFERS } = {}) {
  beMaria({ shared });
  const rendered = await renderFeature(<Visits offers={offers} />, { db: openMemoryDatabase() });
  const press = (name: string) => rendered.user.click(rendered.screen.getByRole('button', { name }));
  return { ...rendered, press };
}

test('what a device can do is offered beside the first request that was submitted, and beside no other', async () => {
  const { screen, press } = await showOffers();
  expect(await screen.findByRole('button', { name: 'install' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'notify' })).toBeVisible();
  await press('another');
  await expect(screen.findByRole('button', { name: 'install' }, { timeout: 200 })).rejects.toThrow();
  await press('another');
  expect(await screen.findByRole('button', { name: 'install' })).toBeVisible();
});

test('an offer that was answered is not made again, the other stays', async () => {
  const { screen, press } = await showOffers();
  await screen.findByRole('button', { name: 'install' });
  await press('install');
  expect(screen.queryByRole('button', { name: 'install' })).toBeNull();
  await press('another');
  await press('another');
  expect(await screen.findByRole('button', { name: 'notify' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'install' })).toBeNull();
});

test.each([
  ['on a shared device', { shared: true }],
  ['that this device cannot do', { offers: NONE_POSSIBLE }],
])('nothing is offered %s', async (_where, given) => {
  const { screen } = await showOffers(given);
  await expect(screen.findByRole('button', { name: 'install' }, { timeout: 200 })).rejects.toThrow();
});

test('a shared device makes none either while whoever has signed out still sees the page', async () => {
  const { screen } = await showOffers({ shared: true });
  act(() => tellSession({ type: 'nobody' }));
  await expect(screen.findByRole('button', { name: 'install' }, { timeout: 200 })).rejects.toThrow();
});
