import { fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { openMaria, PHOTO, readWhole } from '../../../testing/open-share.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { shareWithWorker } from '../../../testing/share.ts';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { listOpenDrafts, readDraft } from '../../db/drafts/drafts.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';

const WORDS = 'A carta diz que falta um documento.';
const OWN_WORDS = 'Já tinha escrito isto.';
/** What is seen is heard as well. */
const HEARD = { selector: '[role=status]' };

describe('*Juntar a um rascunho*', () => {
  it('adds nothing before the press, and then to the end of the draft that was chosen; *Desfazer* takes it back whole', async () => {
    const { app, screen, database, share, press, choose } = await openMaria();
    const draftId = await writeCompleteDraft(database(), OWN_WORDS);
    await share({ text: WORDS, files: [PHOTO] });
    await screen.findByText(WORDS);
    expect(await readWhole(database(), draftId)).toEqual({ words: OWN_WORDS, files: [] });
    await choose(new RegExp(OWN_WORDS));
    await press('Juntar');
    await screen.findByText('Está no rascunho', HEARD);
    expect(await readWhole(database(), draftId)).toEqual({
      words: `${OWN_WORDS}\n\n${WORDS}`,
      files: ['foto.jpg'],
    });
    await press('Desfazer');
    await screen.findByRole('button', { name: 'Juntar' });
    expect(await readWhole(database(), draftId)).toEqual({ words: OWN_WORDS, files: [] });
    // What was taken back is still here, and can be added once more.
    await press('Juntar');
    await screen.findByRole('link', { name: 'Continuar o rascunho' });
    expect(await app.device.device.where('key').startsWith('share ').count()).toBe(0);
  });

  it('undoes a new draft, and brings back what was not wanted', async () => {
    const { screen, database, share, press, path } = await openMaria();
    const count = (await listOpenDrafts(database())).length;
    const address = await share({ text: WORDS });
    await press('Juntar');
    await screen.findByText('Está num rascunho novo', HEARD);
    await press('Desfazer');
    await press('Não juntar');
    await screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    expect(await listOpenDrafts(database())).toHaveLength(count);
    await press('Desfazer');
    expect(await screen.findByText(WORDS)).toBeVisible();
    expect(path()).toBe(address);
  });

  it('says of words that the draft ends with already that they are there, and *Desfazer* leaves them', async () => {
    const { app, screen, database, share, press, choose } = await openMaria();
    const draftId = await writeCompleteDraft(database(), `${OWN_WORDS}\n\n${WORDS}`);
    const { description, revision } = (await readDraft(database(), draftId)) ?? {};
    await share({ text: WORDS });
    await choose(new RegExp(OWN_WORDS));
    await press('Juntar');
    await screen.findByText('Está no rascunho', HEARD);
    expect(await app.device.device.where('key').startsWith('share ').count()).toBe(0);
    await press('Desfazer');
    await screen.findByText('O texto já estava no rascunho e ficou lá. Pode escolher outro.');
    expect(await readDraft(database(), draftId)).toMatchObject({ description, revision });
  });

  it('offers no draft where all that was shared was left out', async () => {
    const { screen, database, share, path } = await openMaria();
    const count = await database().drafts.count();
    await share({ files: [PHOTO] }, { maxBytes: 1 });
    expect(await screen.findByText(/não veio: «foto\.jpg»$/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Juntar' })).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
    screen.getByRole('link', { name: 'Ir para os rascunhos e pedidos' }).click();
    await waitFor(() => expect(path()).toBe('/pedidos'));
    expect(await database().drafts.count()).toBe(count);
  });

  it('becomes a guest’s draft where nobody is signed in', async () => {
    const { close } = await renderApp({ at: '/ajuda' });
    const address = (await shareWithWorker({ text: WORDS })) ?? '';
    await close();
    const again = await renderApp({ at: address, device: 'same' });
    await again.user.click(await again.screen.findByRole('button', { name: 'Juntar' }));
    await again.screen.findByText('Está num rascunho novo', HEARD);
    const db = again.app.scope.database();
    expect(db?.citizenId).toBe('guest');
    expect(db && (await listOpenDrafts(db)).map(({ description }) => description)).toEqual([WORDS]);
  });

  it('shows the next citizen nothing of it', async () => {
    const { app, screen, share } = await openMaria();
    const address = await share({ text: WORDS });
    await screen.findByText(WORDS);
    const { services, router } = app;
    await services.session.leave('keep');
    await services.session.enter(await signInAtServer(services.api, JOAO), false);
    expect(screen.queryByText(WORDS)).toBeNull();
    await router.navigate({ href: address });
    expect(await screen.findByText('Não há nada para juntar')).toBeVisible();
    expect(screen.queryByText(WORDS)).toBeNull();
  });

  it('says so where the draft was sent or deleted meanwhile, and where the device is full', async () => {
    const { screen, database, share, press, choose } = await openMaria();
    const draftId = await writeCompleteDraft(database(), OWN_WORDS);
    await share({ text: WORDS });
    await choose(new RegExp(OWN_WORDS));
    const empty = fillDisk('write', ['drafts']);
    await press('Juntar');
    expect(await screen.findByText(/^Não foi possível juntar ao rascunho/)).toBeVisible();
    empty();
    expect(await readWhole(database(), draftId)).toEqual({ words: OWN_WORDS, files: [] });
    await deleteDraft(database(), draftId, new Date());
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Um rascunho novo' })).toBeChecked());
    expect(screen.queryByRole('radio', { name: new RegExp(OWN_WORDS) })).toBeNull();
  });

  it('says again which files cannot be joined when it is tried again', async () => {
    const { screen, share, press } = await openMaria();
    const findAlert = async () => (await screen.findByText('«vazio.pdf» está vazio')).closest('[role=alert]');
    await share({ files: [new File([], 'vazio.pdf')] });
    await press('Juntar');
    const first = await findAlert();
    expect(first).not.toBeNull();
    await press('Juntar');
    // The same words are heard again only where they come anew.
    await waitFor(async () => expect(await findAlert()).not.toBe(first));
  });

  it('says again that a draft was deleted meanwhile when that is so of the next one too', async () => {
    const { screen, database, share, choose } = await openMaria();
    const drafts = new Map<string, string>();
    for (const words of [OWN_WORDS, 'E isto também.'])
      drafts.set(words, await writeCompleteDraft(database(), words));
    await share({ text: WORDS });
    const alerts = new Set<Element | null>();
    for (const [words, draftId] of drafts) {
      await choose(new RegExp(words));
      const join = screen.getByRole('button', { name: 'Juntar' });
      // The press comes before the page can know of the deletion.
      const deleting = deleteDraft(database(), draftId, new Date());
      fireEvent.click(join);
      await deleting;
      await waitFor(() => expect(screen.queryByRole('radio', { name: new RegExp(words) })).toBeNull());
      await waitFor(() => expect(join).not.toHaveAttribute('aria-busy'));
      alerts.add((await screen.findByText(/^Este rascunho já foi enviado/)).closest('[role=alert]'));
    }
    expect(alerts.size).toBe(2);
  });

  it.each([
    ['?falta=cedo', 'O e-Clic ainda não estava pronto'],
    ['?falta=origem', 'Não foi aceite'],
    ['?falta=%3Cscript%3E', 'Não há nada para juntar'],
    ['?partilha=3b241101-e2bb-4255-8caf-4136c566a962', 'Não há nada para juntar'],
  ])('says at %s, signed out, why there is nothing', async (search, title) => {
    const { screen } = await renderApp({ at: `/partilhar${search}` });
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Juntar a um rascunho' })).toBeVisible();
  });
});
