import { waitFor } from '@testing-library/react';
import Dexie from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMaria, PHOTO, readWhole } from '../../../testing/open-share.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { isUnderWay } from '../../lib/under-way.ts';

const WORDS = 'A carta diz que falta um documento.';
const OWN_WORDS = 'Já tinha escrito isto.';
const EMPTY = new File([], 'vazio.pdf');
const LATER = { baseRevision: 9, writer: 'another tab' };

/** Returns a promise and what resolves it, at the latest when the test ends. */
function makeTurn() {
  let release = () => {};
  const turn = new Promise<void>((resolve) => {
    release = resolve;
  });
  onTestFinished(release);
  return { turn, release };
}

describe('*Juntar a um rascunho*, where something else happens meanwhile,', () => {
  it('makes the summary wait where it is left too early, and says which files are not in the draft', async () => {
    const { app, screen, database, share, press, choose } = await openMaria();
    const draftId = await writeCompleteDraft(database(), OWN_WORDS);
    const { turn, release } = makeTurn();
    vi.stubGlobal('createImageBitmap', () => turn.then(() => Promise.reject(new Error('no photo'))));
    await share({ text: WORDS, files: [PHOTO, EMPTY] });
    await choose(new RegExp(OWN_WORDS));
    await press('Juntar');
    expect(isUnderWay()).toBe(true);
    await app.router.navigate({ href: `/rascunhos/${draftId}/resumo` });
    expect(await screen.findByRole('button', { name: 'A ler os ficheiros' })).toBeVisible();
    release();
    expect(await screen.findByText('«vazio.pdf» está vazio.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Submeter pedido' })).toBeVisible();
    expect((await readWhole(database(), draftId)).files).toEqual(['foto.jpg']);
    await waitFor(() => expect(isUnderWay()).toBe(false));
  });

  it('says what did not become a draft also where it is left too early', async () => {
    const { app, screen, database, share, press } = await openMaria();
    const count = (await listOpenDrafts(database())).length;
    await share({ files: [EMPTY] });
    const { turn, release } = makeTurn();
    void database().transaction('rw', 'attachments', () => Dexie.waitFor(turn));
    await press('Juntar');
    await app.router.navigate({ to: '/ajuda' });
    await screen.findByRole('heading', { level: 1, name: 'Ajuda' });
    release();
    expect(await screen.findByText('«vazio.pdf» está vazio.')).toBeVisible();
    await waitFor(() => expect(isUnderWay()).toBe(false));
    expect(await listOpenDrafts(database())).toHaveLength(count);
  });

  it.each<[string, (db: CitizenDatabase, draftId: string) => Promise<unknown>]>([
    [
      'written on',
      (db, id) => saveDraft(db, id, { patch: { description: `${WORDS} E agora?` }, ...LATER }, NOON),
    ],
    ['sent', (db, id) => submitDraft(db, id, NOON)],
  ])('does not say that nothing stayed in a draft that was %s before *Desfazer*', async (_what, change) => {
    const { screen, database, share, press, choose } = await openMaria();
    const draftId = await writeCompleteDraft(database(), OWN_WORDS);
    await share({ text: WORDS });
    await choose(new RegExp(OWN_WORDS));
    await press('Juntar');
    await screen.findByText('Está no rascunho', { selector: '[role=status]' });
    await change(database(), draftId);
    await press('Desfazer');
    expect(await screen.findByText(/^O rascunho foi alterado ou enviado entretanto/)).toBeInTheDocument();
    expect(screen.queryByText(/Nada ficou no rascunho/)).toBeNull();
  });
});
