import { cleanup, createEvent, fireEvent, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { pdfBytes } from '../../../testing/builders.ts';
import { codec, MB, photo, renderPicker } from '../../../testing/render-picker.tsx';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { isUnderWay } from '../../lib/under-way.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';

describe('the clipboard', () => {
  /** Pastes, and returns true if the page took the files, false if it left them to the browser. */
  function paste(target: Element, files: File[], types: string[]): boolean {
    const event = createEvent.paste(target, { clipboardData: { files, types } });
    fireEvent(target, event);
    return event.defaultPrevented;
  }
  const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const screenshot = () => new File([PNG], 'image.png', { type: 'image/png' });

  test('gives files and pictures wherever the focus is, a screenshot with a name to know it by', async () => {
    const { screen, names } = await renderPicker();
    expect(screen.getByText(/ou colá-los aqui/)).toBeVisible();
    expect(paste(document.body, [screenshot(), new File([pdfBytes()], 'fatura.pdf')], ['Files'])).toBe(true);
    await waitFor(async () => expect(await names()).toHaveLength(2));
    expect((await names())[0]).toMatch(/^imagem-\d{4}-\d\d-\d\d-\d\d-\d\d\.png$/);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Colou 2 ficheiros.'));
  });

  test('gives a picture also while a message is being written', async () => {
    const { screen, names } = await renderPicker();
    expect(paste(screen.getByRole('textbox'), [screenshot()], ['Files'])).toBe(true);
    await waitFor(async () => expect(await names()).toHaveLength(1));
  });

  test('gives words to a text although a picture of them lies beside', async () => {
    const { screen, names } = await renderPicker();
    const text = screen.getByRole('textbox');
    expect(paste(text, [screenshot()], ['text/plain', 'Files'])).toBe(false);
    expect(paste(document.body, [], ['text/plain'])).toBe(false);
    expect(await names()).toEqual([]);
  });
});

test('files dropped anywhere on the page are taken, and words dragged over it are left alone', async () => {
  const { screen } = await renderPicker();
  const words = createEvent.drop(document.body, { dataTransfer: { files: [], types: ['text/plain'] } });
  fireEvent(document.body, words);
  expect(words.defaultPrevented).toBe(false);
  const dataTransfer = { files: [new File([pdfBytes()], 'fatura.pdf')], types: ['Files'] };
  fireEvent.dragOver(document.body, { dataTransfer });
  expect(await screen.findByText('Largue aqui os ficheiros')).toBeVisible();
  fireEvent.drop(document.body, { dataTransfer });
  expect(isUnderWay()).toBe(true);
  expect(await screen.findByRole('button', { name: 'Remover fatura.pdf' })).toBeVisible();
  await waitFor(() => expect(isUnderWay()).toBe(false));
  expect(screen.queryByText('Largue aqui os ficheiros')).toBeNull();
});

test('a device that cannot be read for a moment says so, and the next choice is attached', async () => {
  const { db, onIssues, choose, names } = await renderPicker();
  db.close();
  await choose(new File([pdfBytes()], 'um.pdf'));
  await waitFor(() =>
    expect(onIssues).toHaveBeenCalledWith([
      expect.objectContaining({ code: 'attachmentNotKept', params: { name: 'um.pdf' } }),
    ]),
  );
  await db.open();
  await choose(new File([pdfBytes()], 'dois.pdf'));
  await waitFor(async () => expect(await names()).toEqual(['dois.pdf']));
});

/** Renders the attachments with photos that are read only once `read` is called. */
async function renderSlowly() {
  let read = () => {};
  const turn = new Promise<void>((resolve) => {
    read = resolve;
  });
  const slow = { decode: (bytes: Blob) => turn.then(() => codec.decode(bytes)) };
  return { ...(await renderPicker(slow)), read };
}

/** Chooses a large photo and an empty file. */
async function chooseSlowly() {
  const rendered = await renderSlowly();
  await rendered.choose(photo(3 * MB), new File([], 'vazio.pdf'));
  return rendered;
}

function drop(...files: File[]) {
  fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'] } });
}

test('what was wrong with a choice is still said when a good file was dropped while it was read', async () => {
  const { read, names, onIssues, choose } = await chooseSlowly();
  drop(new File([pdfBytes()], 'fatura.pdf'));
  read();
  await waitFor(async () => expect(await names()).toHaveLength(2));
  await waitFor(() => expect(isUnderWay()).toBe(false));
  // Said again, it would take the focus away from what the citizen is writing.
  expect(onIssues.mock.calls).toMatchObject([[[{ code: 'attachmentEmpty' }]]]);
  await choose(new File([pdfBytes(2048)], 'nota.pdf'));
  await waitFor(() => expect(onIssues.mock.calls.at(-1)?.[0]).toEqual([]));
});

describe('files that are still being read when the step is left', () => {
  async function leaveEarly() {
    dismissNotice();
    const chosen = await chooseSlowly();
    cleanup();
    return chosen;
  }

  test('are attached, and a notice says which could not be', async () => {
    const { names, read } = await leaveEarly();
    read();
    await waitFor(() => expect(useNotices.getState().notice?.text).toBe('«vazio.pdf» está vazio.'));
    expect(await names()).toEqual(['foto.jpg']);
  });

  test('are named in a notice without those that the page has named', async () => {
    dismissNotice();
    const { read, onIssues } = await renderSlowly();
    drop(new File([], 'dito.pdf'));
    drop(photo(3 * MB), new File([], 'vazio.pdf'));
    await waitFor(() => expect(onIssues).toHaveBeenCalled());
    cleanup();
    read();
    await waitFor(() => expect(useNotices.getState().notice?.text).toBe('«vazio.pdf» está vazio.'));
  });

  test('leave the notice with «Desfazer» where the draft is deleted meanwhile', async () => {
    const { read, db, draftId } = await leaveEarly();
    await deleteDraft(db, draftId, new Date());
    read();
    await waitFor(() => expect(isUnderWay()).toBe(false));
    expect(useNotices.getState().notice).toBeNull();
  });

  test('are not named once their citizen has signed out', async () => {
    const { read, db } = await leaveEarly();
    db.close();
    read();
    await waitFor(() => expect(isUnderWay()).toBe(false));
    expect(useNotices.getState().notice).toBeNull();
  });
});
