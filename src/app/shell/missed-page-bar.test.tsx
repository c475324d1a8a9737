import { waitFor } from '@testing-library/react';
import { Activity, Suspense, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { runOrOfferRetry, useMissedPage } from '../../state/missed-page.ts';
import { MissedPageBar } from './plain-bar.tsx';

const TRY_AGAIN = { name: 'Tentar de novo' };
const PART_MISSED = { name: /^Não foi possível abrir uma parte da página\./ };

function Part({ words }: { words: string }) {
  return <p>{words}</p>;
}

/** Makes a part whose code does not come until it is let through. */
function partOnItsWay(words: string) {
  let isCut = true;
  const Late = lazyPart(async () => {
    if (isCut) throw new TypeError('Failed to fetch dynamically imported module');
    return { Part };
  }, 'Part');
  return {
    element: (
      <Suspense key={words}>
        <Late words={words} />
      </Suspense>
    ),
    letThrough: () => {
      isCut = false;
    },
  };
}

type OnItsWay = ReturnType<typeof partOnItsWay>;

/** A page whose parts can be hidden and removed. */
function PageOf({ parts }: { parts: readonly OnItsWay[] }) {
  const [isAside, setIsAside] = useState(false);
  const [isThere, setIsThere] = useState(true);
  return (
    <>
      <h1 tabIndex={-1}>A página</h1>
      <button type="button" onClick={() => setIsAside(!isAside)}>
        Pôr de lado
      </button>
      <button type="button" onClick={() => setIsThere(!isThere)}>
        Tirar
      </button>
      <MissedPageBar />
      {isThere && (
        <Activity mode={isAside ? 'hidden' : 'visible'}>{parts.map(({ element }) => element)}</Activity>
      )}
    </>
  );
}

async function open(...parts: OnItsWay[]) {
  const { screen, user } = await renderFeature(<PageOf parts={parts} />);
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { screen, press, tryAgain: () => press(TRY_AGAIN.name) };
}

describe('where a part of a page does not come', () => {
  beforeEach(() => {
    useMissedPage.setState({ missed: null, parts: [] });
    // The server does not answer.
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  });

  it('the page that is there stays, and says so', async () => {
    const { screen } = await open(partOnItsWay('Uma parte'));
    expect(await screen.findByRole('region', PART_MISSED)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'A página' })).toBeVisible();
  });

  it('it comes with the next try, and nothing is missed any more', async () => {
    const part = partOnItsWay('Uma parte');
    const { screen, tryAgain } = await open(part);
    await screen.findByRole('region', PART_MISSED);
    part.letThrough();
    await tryAgain();
    expect(await screen.findByText('Uma parte')).toBeVisible();
    expect(screen.queryByRole('region', PART_MISSED)).toBeNull();
  });

  it.each([['Tentar de novo'], ['Fechar']])(
    'whoever pressed %s in what goes away is then at the heading of the page',
    async (button) => {
      const part = partOnItsWay('Uma parte');
      const { screen, press } = await open(part);
      await screen.findByRole('region', PART_MISSED);
      part.letThrough();
      await press(button);
      await waitFor(() => expect(screen.queryByRole('region', PART_MISSED)).toBeNull());
      expect(screen.getByRole('heading', { name: 'A página' })).toHaveFocus();
    },
  );

  it('the way to try again stays as often as it does not come', async () => {
    const part = partOnItsWay('Uma parte');
    const { screen, tryAgain } = await open(part);
    for (const _ of [1, 2]) {
      await tryAgain();
      await expect.poll(() => fetch).toHaveBeenCalled();
      vi.mocked(fetch).mockClear();
    }
    part.letThrough();
    await tryAgain();
    expect(await screen.findByText('Uma parte')).toBeVisible();
  });

  it('no other document is asked for by a page that is all that keeps what was written', async () => {
    noteTrouble('memoryOnly');
    const part = partOnItsWay('Uma parte');
    const { screen, tryAgain } = await open(part);
    await tryAgain();
    part.letThrough();
    await tryAgain();
    await screen.findByText('Uma parte');
    expect(fetch).not.toHaveBeenCalled();
    endTrouble('memoryOnly');
  });

  it('one press tries again for all that are missed', async () => {
    const parts = [partOnItsWay('Uma parte'), partOnItsWay('Outra parte')];
    const { screen, tryAgain } = await open(...parts);
    await screen.findByRole('region', PART_MISSED);
    for (const part of parts) part.letThrough();
    await tryAgain();
    expect(await screen.findByText('Uma parte')).toBeVisible();
    expect(await screen.findByText('Outra parte')).toBeVisible();
    expect(screen.queryByRole('region', PART_MISSED)).toBeNull();
  });

  it('nothing is missed of what is no longer wanted', async () => {
    const { screen, press } = await open(partOnItsWay('Uma parte'));
    await screen.findByRole('region', PART_MISSED);
    await press('Tirar');
    expect(screen.queryByRole('region', PART_MISSED)).toBeNull();
  });

  it.each([['Tirar'], ['Pôr de lado']])(
    'what came late is there at once when it is wanted again: %s',
    async (button) => {
      const part = partOnItsWay('Uma parte');
      const { screen, press, tryAgain } = await open(part);
      await screen.findByRole('region', PART_MISSED);
      part.letThrough();
      await tryAgain();
      await screen.findByText('Uma parte');
      await press(button);
      await press(button);
      expect(screen.getByText('Uma parte')).toBeVisible();
      expect(screen.queryByRole('region', PART_MISSED)).toBeNull();
    },
  );

  it('what could not be done without it is done with the next try', async () => {
    const { screen, tryAgain } = await open();
    let isCut = true;
    let done = 0;
    await runOrOfferRetry(async () => {
      if (isCut) throw new TypeError('Failed to fetch dynamically imported module');
      done += 1;
    });
    expect(await screen.findByRole('region', PART_MISSED)).toBeVisible();
    isCut = false;
    await tryAgain();
    await waitFor(() => expect(screen.queryByRole('region', PART_MISSED)).toBeNull());
    expect(done).toBe(1);
  });

  it('a page that is missed as well is told first, and asked for with it', async () => {
    const tryPage = vi.fn(() => useMissedPage.setState({ missed: null }));
    useMissedPage.setState({ missed: { href: '/ajuda', tryAgain: tryPage } });
    const { screen, tryAgain } = await open(partOnItsWay('Uma parte'));
    expect(await screen.findByRole('region', { name: /^Não foi possível abrir a página\./ })).toBeVisible();
    await tryAgain();
    expect(tryPage).toHaveBeenCalledOnce();
    expect(await screen.findByRole('region', PART_MISSED)).toBeVisible();
  });
});
