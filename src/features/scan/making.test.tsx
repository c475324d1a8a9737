import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { createDesk, renderScan } from '../../../testing/render-scan.tsx';
import { changeSheet } from '../../db/drafts/scans.ts';
import { isUnderWay } from '../../lib/under-way.ts';
import { readInTurn } from '../../parts/read-in-turn.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';

afterEach(dismissNotice);

/** Renders two sheets of which a PDF is being made until `finish` or `fail` is called. */
async function renderMaking(others?: Promise<void>) {
  const desk = createDesk();
  let finish = () => {};
  let fail = () => {};
  const made = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = () => reject(new Error('no memory'));
  });
  desk.make.mockImplementation(() => made.then(() => ({ bytes: jpegHeader(), width: 1240, height: 1754 })));
  const rendered = await renderScan({ photos: 2, desk, ...(others && { others }) });
  const { screen, user } = rendered;
  for (const number of [1, 2]) {
    await screen.findByRole('img', { name: `Fotografia da página ${number}` });
    await user.click(screen.getByRole('button', { name: 'Usar esta página' }));
  }
  await user.click(await screen.findByRole('button', { name: 'Juntar como um PDF' }));
  await screen.findByRole('progressbar');
  return { ...rendered, desk, finish, fail };
}

test('while a PDF is being made no sheet of it can be changed', async () => {
  const { screen, finish, files } = await renderMaking();
  for (const name of ['Remover Página 2', 'Acertar cantos Página 1', 'Juntar mais uma página'])
    expect(screen.getByRole('button', { name, hidden: true }).closest('[inert]'), name).not.toBeNull();
  finish();
  await waitFor(async () => expect(await files()).toHaveLength(1));
});

test('while a PDF is being made the page is not loaded anew', async () => {
  const { finish, files } = await renderMaking();
  expect(isUnderWay()).toBe(true);
  finish();
  await waitFor(() => expect(isUnderWay()).toBe(false));
  expect(await files()).toHaveLength(1);
});

test('the sheets stand until the page that has the PDF is there', async () => {
  let come = () => {};
  const { screen, finish, files, pathname, draftId } = await renderMaking(
    new Promise((resolve) => {
      come = resolve;
    }),
  );
  finish();
  await waitFor(async () => expect(await files()).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.getAllByRole('listitem', { hidden: true })).toHaveLength(2);
  come();
  await waitFor(() => expect(pathname()).toBe(`/rascunhos/${draftId}/anexos`));
});

test('pages of which one is removed in another tab while a PDF is being made stay, and it is said', async () => {
  const { screen, finish, files, db, draftId } = await renderMaking();
  await changeSheet(db, draftId, 's1', { removedAt: NOON.toISOString() });
  finish();
  expect(await screen.findByText(/^Não foi possível preparar o ficheiro/)).toBeVisible();
  expect(await files()).toEqual([]);
});

test('pages of a draft that another tab erases while a PDF is being made are said not to be attached', async () => {
  const { screen, finish, db, draftId } = await renderMaking();
  await db.drafts.delete(draftId);
  finish();
  expect(await screen.findByText(/^O rascunho já foi enviado ou eliminado/)).toBeVisible();
});

test('whoever goes elsewhere while a PDF is being made is told when it is there, and not pulled back', async () => {
  const { finish, files, router } = await renderMaking();
  await router.navigate({ to: '/ajuda' });
  finish();
  await waitFor(() => expect(useNotices.getState().notice?.text).toContain('Documento digitalizado.pdf'));
  expect(await files()).toHaveLength(1);
  expect(router.state.location.pathname).toBe('/ajuda');
});

test('whoever goes elsewhere while a PDF is being made is told that it could not be', async () => {
  const { fail, files, router } = await renderMaking();
  await router.navigate({ to: '/ajuda' });
  fail();
  await waitFor(() =>
    expect(useNotices.getState().notice?.text).toMatch(/^Não foi possível preparar o ficheiro/),
  );
  expect(await files()).toEqual([]);
});

test('whoever comes back while a PDF is being made can change no sheet of it, nor have it made twice', async () => {
  const { screen, user, finish, files, router, draftId, desk } = await renderMaking();
  await router.navigate({ to: '/ajuda' });
  void readInTurn(draftId, 1, async () => undefined);
  await router.navigate({ to: '/' });
  expect(await screen.findByRole('progressbar')).toBeVisible();
  for (const name of ['Remover Página 2', 'Juntar mais uma página'])
    expect(screen.getByRole('button', { name, hidden: true }).closest('[inert]'), name).not.toBeNull();
  await user.click(screen.getByRole('button', { name: 'Juntar como um PDF' }));
  finish();
  await waitFor(async () => expect(await files()).toHaveLength(1));
  await waitFor(() => expect(isUnderWay()).toBe(false));
  expect(useNotices.getState().notice?.text).toMatch(/^Juntou /);
  expect(desk.make).toHaveBeenCalledTimes(2);
});
