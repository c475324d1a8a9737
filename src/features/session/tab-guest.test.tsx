import { fireEvent, waitFor, within } from '@testing-library/react';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { signInOnPage } from '../../../testing/sign-in-on-page.ts';
import { databaseOf, eraseWhatIsWritten, WORDS, writeShared } from '../../../testing/tab-guest.ts';
import { carryTabGuest } from '../../lib/tab-guest.ts';

const OF_THEM = /doença|morada|atestado/i;
const MINUTE_MS = 60_000;

/** Returns everything that this origin keeps, as text; bytes are written as if each were a letter. */
async function readEverythingKept(): Promise<string> {
  const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const name of await Dexie.getDatabaseNames()) {
    const db = await new Dexie(name).open();
    for (const table of db.tables) kept.push(name, table.name, await table.toArray());
    db.close();
  }
  return JSON.stringify(kept, (_, value) => {
    const bytes = ArrayBuffer.isView(value) ? value.buffer : value;
    const isBytes = Object.prototype.toString.call(bytes) === '[object ArrayBuffer]';
    return isBytes ? Buffer.from(bytes).toString() : value;
  });
}

async function readDatabaseNames(): Promise<string[]> {
  return (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('eclic-citizen-'));
}

/** Closes the tab and opens another one. */
async function closeTab({ close, clock }: Awaited<ReturnType<typeof writeShared>>, at: string) {
  await close();
  window.name = '';
  sessionStorage.clear();
  return renderApp({ at, device: 'same', clock });
}

describe('who writes on a shared device without signing in', () => {
  it('is told while they write how long it lives', async () => {
    const { screen } = await writeShared();
    const line = await screen.findByText(/^Este dispositivo é partilhado: o que escrever fica só neste sep/);
    expect(line).toHaveTextContent('é apagado quando o fechar ou passados 10 minutos sem usar o e-Clic.');
    expect(screen.getByText(/^Guardado neste separador às/)).toBeVisible();
  });

  it('leaves not a word on the disk, files and what was typed last included', async () => {
    const rendered = await writeShared();
    const field = rendered.screen.getByRole('textbox', { name: 'Descrição do pedido' });
    fireEvent.change(field, { target: { value: `${WORDS} nova` } });
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(Object.keys(localStorage).some((key) => key.startsWith('eclic-last-words'))).toBe(true);
    expect(await readEverythingKept()).not.toMatch(OF_THEM);
  });

  it('finds it all again after a reload of the tab', async () => {
    const { close, at, clock } = await writeShared();
    await close();
    clock.pass(9 * MINUTE_MS);
    const again = await renderApp({ at, device: 'same', clock });
    expect(await again.screen.findByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(WORDS);
    await again.app.router.navigate({ href: at.replace('descricao', 'anexos') });
    expect(await again.screen.findAllByText('atestado.pdf')).not.toEqual([]);
    expect(await again.screen.findByText(/^Este dispositivo é partilhado: o que escrever/)).toBeVisible();
  });

  it('has closed their tab: the next one knows nothing of them', async () => {
    const mine = await writeShared();
    const next = await closeTab(mine, mine.at);
    expect(next.path()).toMatch(/^\/entrar/);
    await next.user.click(next.screen.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' }));
    await next.screen.findByRole('heading', { level: 1, name: 'Descrição do pedido' });
    expect(next.screen.getByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue('');
    await next.app.router.navigate({ href: '/rascunhos' });
    expect(await next.screen.findByText('Não há rascunhos neste dispositivo')).toBeVisible();
    expect(await readEverythingKept()).not.toMatch(OF_THEM);
  });

  it('has closed their tab: what is left, which nobody can read, goes ten minutes later', async () => {
    const mine = await writeShared();
    const { citizenId } = databaseOf(mine);
    const next = await closeTab(mine, '/ajuda');
    expect((await readDatabaseNames()).join()).toContain(citizenId);
    await next.close();
    mine.clock.pass(10 * MINUTE_MS);
    await renderApp({ at: '/ajuda', device: 'same', clock: mine.clock });
    expect(await readDatabaseNames()).toEqual([]);
  });

  it('is warned before ten idle minutes are over, and may go on', async () => {
    const { screen, user, clock } = await writeShared();
    clock.pass(8 * MINUTE_MS);
    const dialog = await screen.findByRole('dialog', { name: 'O que escreveu vai ser apagado' });
    await user.click(within(dialog).getByRole('button', { name: 'Continuar a escrever' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    clock.pass(8 * MINUTE_MS);
    expect(screen.getByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(WORDS);
  });

  it.each([{ isReloaded: false }, { isReloaded: true }])(
    'has done nothing for ten minutes: it is gone, and said (%o)',
    async ({ isReloaded }) => {
      const mine = await writeShared();
      let { screen } = mine;
      if (isReloaded) await mine.close();
      mine.clock.pass(10 * MINUTE_MS);
      if (isReloaded) ({ screen } = await renderApp({ at: mine.at, device: 'same', clock: mine.clock }));
      expect(await screen.findByText(/^O que estava escrito neste separador foi apagado/)).toBeVisible();
      await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
      expect(document.body).not.toHaveTextContent(OF_THEM);
      await waitFor(async () => expect(await readDatabaseNames()).toEqual([]));
      expect(await readEverythingKept()).not.toMatch(/eclic-last-words/);
    },
  );

  it('erases it by one button, which asks first', async () => {
    const rendered = await writeShared();
    const { screen, app } = rendered;
    await eraseWhatIsWritten(rendered);
    expect(await screen.findByText('O que escreveu foi apagado.')).toBeVisible();
    await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(document.body).not.toHaveTextContent(OF_THEM);
    expect(window.name).toBe('');
    expect(app.scope.database()).toBeNull();
    await waitFor(async () => expect(await readDatabaseNames()).toEqual([]));
  });

  it('signs in to send it: it is theirs, and follows the rules of a shared device from then on', async () => {
    const rendered = await writeShared();
    const { user, screen, app } = rendered;
    const id = await writeCompleteDraft(databaseOf(rendered), 'Quero saber do meu abono');
    await app.router.navigate({ to: '/rascunhos/$draftId/resumo', params: { draftId: id } });
    await user.click(await screen.findByRole('button', { name: 'Iniciar sessão e enviar' }));
    expect(await screen.findByText(/O pedido ainda não foi enviado/)).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' })).toBeChecked();
    await signInOnPage(rendered);
    await screen.findByRole('heading', { level: 1, name: 'Resumo do pedido' });
    expect(databaseOf(rendered).citizenId).not.toMatch(/^guest/);
    expect(await databaseOf(rendered).drafts.get(id)).toMatchObject({
      description: 'Quero saber do meu abono',
    });

    const dialog = await screen.findByRole('dialog', { name: 'Este rascunho é seu?' });
    expect(dialog).toHaveTextContent(WORDS);
    await user.click(within(dialog).getByRole('button', { name: 'Juntar à minha conta' }));
    await waitFor(() => expect(window.name).toBe(''));
    expect(await databaseOf(rendered).drafts.count()).toBe(2);
    await app.services.session.leave('erase');
    await waitFor(async () => expect(await readDatabaseNames()).toEqual([]));
    expect(await readEverythingKept()).not.toMatch(OF_THEM);
  });

  it('is told, where they are asked whose it is, that what they leave in the tab goes with the session', async () => {
    const rendered = await writeShared();
    await rendered.app.router.navigate({ to: '/entrar' });
    await signInOnPage(rendered);
    const dialog = await rendered.screen.findByRole('dialog', { name: 'Este rascunho é seu?' });
    expect(dialog).toHaveTextContent(
      'Se não o juntar à sua conta, é apagado quando a sessão terminar ou quando fechar o separador.',
    );
    expect(within(dialog).getByRole('button', { name: 'Deixar neste separador' })).toBeVisible();
  });

  it('is still offered it after the way to another site and back, which takes some browsers the tab’s name', async () => {
    const mine = await writeShared();
    await mine.close();
    carryTabGuest();
    window.name = '';
    const again = await renderApp({ at: mine.at, device: 'same', clock: mine.clock });
    expect(await again.screen.findByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(WORDS);
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/guest/);
  });

  it('leaves nothing behind when somebody signs out of the shared device in another tab', async () => {
    const { session, api } = (await writeShared()).app.services;
    await session.enter(await signInAtServer(api), true);
    await session.leave('erase');
    await waitFor(async () => expect(await readDatabaseNames()).toEqual([]));
    expect(window.name).toBe('');
  });
});
