import { createMemoryHistory } from '@tanstack/react-router';
import { waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  citizenMessage,
  NOON,
  pdfBytes,
  receiveMessage,
  submitCompleteDraft,
  writeCompleteDraft,
  writeReply,
} from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { openDraftRow } from '../../../../../../testing/open-draft-row.ts';
import { renderFeature, startTestI18n } from '../../../../../../testing/render-feature.tsx';
import { beMaria } from '../../../../../../testing/sign-in.ts';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import { deleteDraft } from '../../../../../db/drafts/mark-draft.ts';
import { saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { listAttachments } from '../../../../../db/files/file-rows.ts';
import { submitDraft } from '../../../../../db/outbox/submit-draft.ts';
import { useNotices } from '../../../../../state/notices.ts';
import { createAppRouter } from '../../../../boot/router.ts';
import { NoticeBar } from '../../../../shell/notice-bar.tsx';
import type { PageSession, Services } from '../../../../shell/services.ts';
import { AttachmentsStep } from './-attachments-step.tsx';
import { TopicStep } from './-topic-step.tsx';

/** Draws the notice over the page as the shell does. */
function Notices() {
  const notice = useNotices((state) => state.notice);
  return notice && <NoticeBar key={notice.id} {...notice} />;
}

let db: CitizenDatabase;

beforeEach(async () => {
  await startTestI18n();
  db = openMemoryDatabase();
});

describe('the addresses', () => {
  async function follow(address: string): Promise<string> {
    const session: Partial<PageSession> = { database: () => db, whoIsHere: async () => void beMaria() };
    const history = createMemoryHistory({ initialEntries: [address] });
    const router = createAppRouter({ session } as Services, { history });
    await router.load();
    return router.state.location.pathname;
  }

  it('begin a new draft without keeping one', async () => {
    expect(await follow('/rascunhos/novo')).toMatch(/^\/rascunhos\/[0-9a-f-]{36}\/descricao$/);
    expect(await db.drafts.count()).toBe(0);
  });

  it.each(['tema', 'anexos', 'resumo'])(
    'lead from %s of a draft that is not there to its first step',
    async (step) => {
      const id = crypto.randomUUID();
      expect(await follow(`/rascunhos/${id}/${step}`)).toBe(`/rascunhos/${id}/descricao`);
    },
  );

  it('lead from a submitted draft to the request', async () => {
    const id = await submitCompleteDraft(db);
    expect(await follow(`/rascunhos/${id}/tema`)).toBe(`/pedidos/${id}`);
  });

  it('lead from a reply, begun or sent, to the request that it answers', async () => {
    const requestId = crypto.randomUUID();
    const id = await writeReply(db, requestId);
    expect(await follow(`/rascunhos/${id}/descricao`)).toBe(`/pedidos/${requestId}`);
    await submitDraft(db, id, NOON);
    expect(await follow(`/rascunhos/${id}/resumo`)).toBe(`/pedidos/${requestId}`);
    await receiveMessage(db, citizenMessage(id, requestId));
    expect(await follow(`/rascunhos/${id}/descricao`)).toBe(`/pedidos/${requestId}`);
  });

  it('lead from a deleted draft to the list, where it can be brought back', async () => {
    await renderFeature(null);
    const id = await writeCompleteDraft(db);
    await deleteDraft(db, id, NOON);
    expect(await follow(`/rascunhos/${id}/descricao`)).toBe('/pedidos');
    await waitFor(() => expect(useNotices.getState().notice?.text).toBe('Este rascunho foi eliminado.'));
    useNotices.getState().notice?.undo?.run();
    await waitFor(async () => expect((await db.drafts.get(id))?.deletedAt).toBeNull());
  });
});

describe('the topic step', () => {
  it('does not go on without a topic, leads to the first open question, and takes the answer', async () => {
    await saveDraft(db, 'd', { patch: { kind: 'information' }, baseRevision: 0, writer: 'a' }, NOON);
    const step = <TopicStep draft={await openDraftRow(db, 'd')} returnsToReview={false} />;
    const { screen, user, pathname } = await renderFeature(step, { db, address: '/rascunhos/d/tema' });
    await user.click(await screen.findByRole('button', { name: 'Continuar' }));
    const sentence = 'Escolha o tema do pedido ou «Não sei qual é o tema»';
    await user.click(await screen.findByRole('link', { name: sentence }));
    expect(screen.getByLabelText('Evento de vida')).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Não sei qual é o tema' }));
    const change = screen.getByRole('button', { name: 'Alterar' });
    await waitFor(() => expect(change).toHaveFocus());
    expect(change).not.toHaveAccessibleDescription(/Escolha o tema/);
    expect(screen.queryByRole('region', { name: 'Há um problema' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Continuar' }));
    await waitFor(() => expect(pathname()).toBe('/rascunhos/d/anexos'));
  });
});

describe('the attachments step', () => {
  async function renderAttachments() {
    const id = await writeCompleteDraft(db);
    const step = (
      <AttachmentsStep draft={await openDraftRow(db, id)} initialFiles={null} returnsToReview={false} />
    );
    const page = (
      <>
        <Notices />
        {step}
      </>
    );
    const rendered = await renderFeature(page, { db, address: `/rascunhos/${id}/anexos` });
    const button = await rendered.screen.findByRole('button', { name: 'Escolher ficheiros' });
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('No place for files');
    return { ...rendered, id, button, choose: (...files: File[]) => rendered.user.upload(input, files) };
  }

  it('says what is wrong with each file at the top and at the button, and keeps the good one', async () => {
    const { screen, id, button, choose } = await renderAttachments();
    const long = `${'a'.repeat(290)}\u202egpj.exe`;
    await choose(new File([pdfBytes()], 'bom.pdf'), new File([], 'x.pdf'), new File(['MZ'], long));
    const summary = await screen.findByRole('region', { name: 'Há um problema' });
    expect(within(summary).getAllByRole('link')).toHaveLength(2);
    expect(summary).toHaveTextContent('«x.pdf» está vazio');
    expect(button).toHaveAccessibleDescription(/está vazio.*não é de um tipo aceite/);
    expect(await screen.findByRole('button', { name: 'Remover bom.pdf' })).toBeVisible();
    expect(await listAttachments(db, id)).toHaveLength(1);
  });

  it('removes a file in a way that can be undone, and goes on without any', async () => {
    const { screen, user, id, button, choose, pathname } = await renderAttachments();
    await choose(new File([pdfBytes()], 'bom.pdf'));
    await user.click(await screen.findByRole('button', { name: 'Remover bom.pdf' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remover bom.pdf' })).toBeNull());
    expect(button).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Desfazer' }));
    expect(await screen.findByRole('button', { name: 'Remover bom.pdf' })).toBeVisible();
    expect(button).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Remover bom.pdf' }));
    await user.click(screen.getByRole('button', { name: 'Continuar' }));
    await waitFor(() => expect(pathname()).toBe(`/rascunhos/${id}/resumo`));
  });

  it('leads by the next Tab from a file that was removed to *Desfazer*, and then to the next file', async () => {
    const { screen, user, choose, button } = await renderAttachments();
    await choose(new File([pdfBytes()], 'um.pdf'), new File([pdfBytes(128)], 'dois.pdf'));
    const last = await screen.findByRole('button', { name: 'Remover dois.pdf' });
    await user.click(screen.getByRole('button', { name: 'Remover um.pdf' }));
    const notice = await screen.findByRole('region', { name: /«um\.pdf»/ });
    await user.tab();
    expect(within(notice).getByRole('button', { name: 'Desfazer' })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'Fechar' })).toHaveFocus();
    await user.tab();
    await user.tab();
    expect(last).toHaveFocus();

    await user.click(last);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Remover/ })).toBeNull());
    expect(button).toHaveFocus();
    await screen.findByRole('region', { name: /«dois\.pdf»/ });
    await user.tab();
    expect(screen.getByRole('button', { name: 'Desfazer' })).toHaveFocus();
  });

  it('keeps at the list whoever removes one of its files and brings it back', async () => {
    const { screen, user, choose } = await renderAttachments();
    await choose(new File([pdfBytes()], 'um.pdf'), new File([pdfBytes(128)], 'dois.pdf'));
    const remove = { name: 'Remover um.pdf' };
    await screen.findByRole('button', { name: 'Remover dois.pdf' });
    const list = screen.getByRole('heading', { name: 'Ficheiros juntos' });
    await user.click(screen.getByRole('button', remove));
    await waitFor(() => expect(screen.queryByRole('button', remove)).toBeNull());
    expect(list).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Desfazer' }));
    expect(await screen.findByRole('button', remove)).toBeVisible();
    expect(list).toHaveFocus();
  });
});
