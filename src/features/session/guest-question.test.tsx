import { render, waitFor, within } from '@testing-library/react';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { startTestI18n } from '../../../testing/render-feature.tsx';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { CitizenDatabase, listCitizenIds } from '../../db/core/citizen-database.ts';
import { readOccupants } from '../../db/core/device-database.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { GuestQuestion } from './guest-question.tsx';

/** More reads than the question makes of the guest's database. */
const READS = 20;

type Rendered = Awaited<ReturnType<typeof renderApp>>;

const offline = () => Promise.reject(new TypeError('Failed to fetch'));

function databaseOf({ app }: Rendered) {
  const db = app.scope.database();
  if (!db) throw new Error('Nobody is here');
  return db;
}

/** Opens the list for a citizen who has signed in on a device with drafts of a guest. */
async function openWithGuestDraft(...others: string[]): Promise<Rendered> {
  const rendered = await renderApp({ at: '/rascunhos/novo?convidado=sim' });
  for (const words of ['Quero saber do meu abono', ...others])
    await writeCompleteDraft(databaseOf(rendered), words);
  await rendered.app.router.navigate({ to: '/definicoes' });
  const { session, api } = rendered.app.services;
  await session.enter(await signInAtServer(api), false);
  await rendered.app.router.navigate({ to: '/pedidos' });
  await askedOf(rendered);
  return rendered;
}

const askedOf = ({ screen }: Rendered) => screen.findByRole('dialog', { name: 'Este rascunho é seu?' });

async function answer(rendered: Rendered, name: string): Promise<void> {
  await rendered.user.click(within(await askedOf(rendered)).getByRole('button', { name }));
}

async function readGuest(): Promise<string[]> {
  const guest = new CitizenDatabase(GUEST_ID);
  const drafts = await guest.drafts.toArray().finally(() => guest.close());
  return drafts.map(({ description }) => description);
}

describe('a draft that was written without signing in', () => {
  it('is offered, with its first words and the time, to whoever signs in for something else', async () => {
    const rendered = await openWithGuestDraft();
    expect(await askedOf(rendered)).toHaveTextContent(/«Quero saber do meu abono», .* 2026/);
    expect(await databaseOf(rendered).drafts.count()).toBe(0);
    await answer(rendered, 'Juntar à minha conta');
    await rendered.screen.findByRole('link', { name: /Quero saber do meu abono/ });
    await waitFor(() => expect(rendered.screen.getByRole('heading', { level: 1 })).toHaveFocus());
    expect(await readGuest()).toEqual([]);
    expect(await readOccupants(rendered.app.device)).toMatchObject({ hasGuest: false });
  });

  it('stays where it is on a full device, which says so and asks nothing more', async () => {
    const rendered = await openWithGuestDraft();
    const makeRoom = fillDisk();
    await answer(rendered, 'Juntar à minha conta');
    expect(await rendered.screen.findByText(/não há espaço neste dispositivo/)).toBeVisible();
    await waitFor(() => expect(rendered.screen.queryByRole('dialog')).toBeNull());
    makeRoom();
    expect(await readGuest()).toEqual(['Quero saber do meu abono']);
  });

  it('stays for the next person when it is not theirs, and whoever said so is not asked again', async () => {
    const rendered = await openWithGuestDraft();
    await answer(rendered, 'Deixar neste dispositivo');
    await waitFor(() => expect(rendered.screen.queryByRole('dialog')).toBeNull());
    const { session, api } = rendered.app.services;
    await session.leave('erase');
    await session.enter(await signInAtServer(api, JOAO), false);
    await askedOf(rendered);
    await answer(rendered, 'Deixar neste dispositivo');
    await rendered.close();

    const again = await renderApp({ at: '/pedidos', device: 'same', server: rendered.server });
    await again.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    await waitFor(() => expect(again.screen.queryByText(/Estamos a ir buscar/)).toBeNull());
    expect(again.screen.queryByRole('dialog')).toBeNull();
    expect(await readGuest()).toEqual(['Quero saber do meu abono']);
  });

  it('is offered after that of another guest, who wrote in this tab alone', async () => {
    const rendered = await renderApp({ at: '/rascunhos/novo?convidado=sim' });
    const { session, api } = rendered.app.services;
    await writeCompleteDraft(databaseOf(rendered), 'Quero saber do meu abono');
    await rendered.app.router.navigate({ to: '/ajuda' });
    await session.beginAsGuest(true);
    await writeCompleteDraft(databaseOf(rendered), 'Quero saber da minha baixa');
    await session.enter(await signInAtServer(api), true);
    for (const words of ['Quero saber da minha baixa', 'Quero saber do meu abono']) {
      await waitFor(async () => expect(await askedOf(rendered)).toHaveTextContent(words));
      await answer(rendered, 'Juntar à minha conta');
    }
    await waitFor(async () => expect(await databaseOf(rendered).drafts.count()).toBe(2));
  });

  it('is deleted in a way that can be undone when they say so', async () => {
    const rendered = await openWithGuestDraft();
    await answer(rendered, 'Apagar');
    await waitFor(() => expect(rendered.screen.queryByRole('dialog')).toBeNull());
    await rendered.user.click(await rendered.screen.findByRole('button', { name: 'Desfazer' }));
    await askedOf(rendered);
  });

  it('is deleted with another one, and one *Desfazer* brings back both', async () => {
    const rendered = await openWithGuestDraft('Quero saber da minha baixa');
    for (const _ of [1, 2]) {
      const asked = await askedOf(rendered);
      await answer(rendered, 'Apagar');
      await waitFor(() => expect(asked).not.toBeInTheDocument());
    }
    await rendered.user.click(await rendered.screen.findByRole('button', { name: 'Desfazer' }));
    for (const _ of [1, 2]) {
      const asked = await askedOf(rendered);
      await answer(rendered, 'Juntar à minha conta');
      await waitFor(() => expect(asked).not.toBeInTheDocument());
    }
    await waitFor(async () => expect(await databaseOf(rendered).drafts.count()).toBe(2));
  });

  it('is erased a day after they said so, also while they stay signed in', async () => {
    const first = await openWithGuestDraft('Quero saber da minha baixa');
    await first.close();
    const guest = new CitizenDatabase(GUEST_ID);
    const deleted = await guest.drafts
      .filter(({ description }) => description.endsWith('abono'))
      .primaryKeys();
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await deleteDraft(guest, deleted[0] ?? '', twoDaysAgo);
    guest.close();
    const again = await renderApp({ at: '/pedidos', device: 'same', server: offline });
    await askedOf(again);
    expect(await readGuest()).toEqual(['Quero saber da minha baixa']);
  });

  it('is offered at the next start when the tab was closed before it was said whose it is', async () => {
    const first = await openWithGuestDraft();
    await first.close();
    const again = await renderApp({ at: '/pedidos', device: 'same', server: offline });
    await answer(again, 'Juntar à minha conta');
    await again.screen.findByRole('link', { name: /Quero saber do meu abono/ });
  });

  it('is offered, with the last word, to whoever signs in in another tab', async () => {
    const rendered = await renderApp({ at: '/rascunhos/novo?convidado=sim' });
    const field = await rendered.screen.findByRole('textbox', { name: 'Descrição do pedido' });
    await paste(rendered.user, field, 'Ainda estou a escrever');
    const session = await signInAtServer(rendered.app.services.api);
    await rendered.app.services.session.enter(session, false);

    await rendered.screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    await answer(rendered, 'Juntar à minha conta');
    await rendered.screen.findByRole('link', { name: /Ainda estou a escrever/ });
  });
});

it('a guest without a draft is read once, so that nothing is being read while their database closes', async () => {
  await startTestI18n();
  const db = openMemoryDatabase();
  const asked = vi.spyOn(db.metadata, 'get');
  const onNone = vi.fn(async () => undefined);
  render(<GuestQuestion db={db} onNone={onNone} />);
  await waitFor(() => expect(onNone).toHaveBeenCalled());
  expect(asked).not.toHaveBeenCalled();
});

it('no read that was under way makes the guest’s database anew after it was erased', async () => {
  await startTestI18n();
  const db = openMemoryDatabase();
  const guest = new CitizenDatabase(GUEST_ID);
  await writeCompleteDraft(guest, 'Quero saber do meu abono');
  guest.close();
  const { unmount } = render(<GuestQuestion db={db} onNone={async () => undefined} />);
  unmount();
  await Dexie.delete(guest.name);
  for (let read = 0; read < READS; read += 1) await db.drafts.toArray();
  expect(await listCitizenIds()).not.toContain(GUEST_ID);
});
