import { waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '../../../testing/render-app.tsx';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { readDemoState, setDemoRepresentation } from '../../api/demo-calls.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';

const WORDS = 'Quando recebe a Alice a pensão de velhice?';

async function openAsJoao() {
  const rendered = await renderApp({ at: '/ajuda' });
  const { services, scope } = rendered.app;
  const { api, session } = services;
  await session.reconcile();
  await session.enter(await signInAtServer(api, JOAO), false);
  const db = scope.database();
  const { representations } = await readDemoState(api);
  const forAlice = representations.find(({ representedName }) => representedName === 'Alice Modelo');
  if (!db || !forAlice) throw new Error('João is not here, or acts for nobody');
  const setAlice = (isActive: boolean) => setDemoRepresentation(api, forAlice, isActive);

  async function writeForAlice(): Promise<string> {
    const id = crypto.randomUUID();
    const onBehalfOf = { id: forAlice?.representedId ?? '', name: 'Alice Modelo' };
    const topic = { status: 'unknown' } as const;
    const patch = { kind: 'information', description: WORDS, onBehalfOf, topic } as const;
    if (db) await saveDraft(db, id, { patch, baseRevision: 0, writer: 'a' }, new Date());
    return id;
  }
  return { ...rendered, db, setAlice, writeForAlice };
}

it('a representation that has ended refuses with a sentence, keeps the draft, and lets it be sent otherwise', async () => {
  const { app, screen, user, db, setAlice, writeForAlice } = await openAsJoao();
  const id = await writeForAlice();
  await setAlice(false);
  await submitDraft(db, id, new Date());
  await waitFor(async () => expect((await db.drafts.get(id))?.refusal?.type).toBe('not-allowed'));

  await app.router.navigate({ to: '/rascunhos/$draftId/descricao', params: { draftId: id } });
  const select = await screen.findByRole('combobox', { name: 'Em nome de' });
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  const sentence = /^Não pode fazer este pedido em nome desta pessoa ou entidade/;
  await user.click(within(summary).getByRole('link', { name: sentence }));
  expect(select).toHaveFocus();
  expect(select).toHaveAccessibleDescription(sentence);
  expect(select).toHaveDisplayValue('Alice Modelo');
  expect(screen.getByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(WORDS);

  await user.selectOptions(select, 'self');
  await waitFor(async () => expect((await db.drafts.get(id))?.onBehalfOf).toBeNull());
  await submitDraft(db, id, new Date());
  await waitFor(async () => expect((await db.requests.get(id))?.reference).toMatch(/^EC-/));
});

it('the device learns of an ended representation when the citizen comes back to the page', async () => {
  const { app, screen, db, setAlice, writeForAlice } = await openAsJoao();
  const id = await writeForAlice();
  await app.router.navigate({ to: '/rascunhos/$draftId/descricao', params: { draftId: id } });
  const select = await screen.findByRole('combobox', { name: 'Em nome de' });
  await setAlice(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(select).toHaveAccessibleDescription(/Já não pode agir em nome de .*Alice/));
  expect(select).toHaveDisplayValue('Alice Modelo');

  // An answer that may still be on its way must not be taken for the one that follows.
  await app.services.session.reconcile();
  await setAlice(true);
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(select).not.toHaveAccessibleDescription(/Já não pode/));
  expect((await readProfile(db))?.representations).toHaveLength(2);
});
