import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { pdfBytes } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import {
  noteDownloaded,
  readDownloadState,
  refuseDownload,
  saveDownload,
  wantDownload,
} from '../../db/files/downloads.ts';
import { SentAttachments } from './sent-attachments.tsx';

const BYTES = pdfBytes();
const FILE = { type: 'application/pdf', size: BYTES.byteLength, sha256: await sha256Hex(BYTES) };
const BLOCKED = /o navegador não o abriu: escolha de novo «Abrir»/;
const READY = /já pode ser aberto ou guardado: escolha de novo/;

let db: CitizenDatabase;
let downloads: ReturnType<typeof noteDownloads>;
let opened: string[];

beforeEach(() => {
  db = openMemoryDatabase();
  downloads = noteDownloads();
  opened = [];
  answerOpening(window);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Stands in for the browser, which opens a tab or, where the press is too long ago, nothing. */
function answerOpening(tab: Window | null) {
  vi.spyOn(window, 'open').mockImplementation((url) => {
    opened.push(String(url));
    return tab && Object.assign(Object.create(tab), { opener: window });
  });
}

async function renderFiles(...names: string[]) {
  const attachments = names.map((name) => ({ ...FILE, id: name, name }));
  const { screen, user } = await renderFeature(<SentAttachments requestId="r" attachments={attachments} />, {
    db,
  });
  return {
    screen,
    user,
    press: async (name: string) => user.click(await screen.findByRole('button', { name })),
  };
}

/** Keeps the bytes of a file that was asked for, as sync does after a download. */
async function arrive(name: string) {
  await expect.poll(() => readDownloadState(db, name)).toBe('wanted');
  await saveDownload(db, name, BYTES);
}

test('*Descarregar* fetches the file and saves it, at one press', async () => {
  const { screen, press } = await renderFiles('carta.pdf');
  await press('Descarregar carta.pdf');
  await arrive('carta.pdf');
  expect(await screen.findByText('«carta.pdf» foi descarregado.')).toBeVisible();
  expect(downloads.map(({ name }) => name)).toEqual(['carta.pdf']);
  expect(await downloads[0]?.blob.arrayBuffer()).toEqual(BYTES);
  expect(opened).toEqual([]);
});

test('*Abrir* fetches the file and opens it in a tab that cannot reach back, at one press', async () => {
  const { screen, press } = await renderFiles('carta.pdf');
  await press('Abrir carta.pdf');
  await arrive('carta.pdf');
  expect(await screen.findByText('«carta.pdf» foi aberto noutro separador.')).toBeVisible();
  expect(opened).toHaveLength(1);
  expect(vi.mocked(window.open).mock.results[0]?.value).toHaveProperty('opener', null);
  expect(downloads).toEqual([]);
});

test('where the browser opens nothing any more, a line says so and the focus stands on *Abrir*', async () => {
  answerOpening(null);
  const { screen, press } = await renderFiles('carta.pdf');
  await press('Abrir carta.pdf');
  await arrive('carta.pdf');
  expect(await screen.findByText(BLOCKED)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Abrir carta.pdf' })).toHaveFocus();
});

test('the pressed button alone shows how much has come, under its own name', async () => {
  const { screen, press } = await renderFiles('carta.pdf');
  await press('Descarregar carta.pdf');
  const button = screen.getByRole('button', { name: 'Descarregar carta.pdf' });
  const readShare = () => button.querySelector('progress')?.value;
  await expect.poll(readShare).toBe(0);
  await noteDownloaded(db, 'carta.pdf', BYTES.byteLength / 2);
  await expect.poll(readShare).toBe(0.5);
  expect(button).toHaveAttribute('aria-busy', 'true');
  expect(button).toHaveAccessibleName('Descarregar carta.pdf');
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(screen.getByRole('button', { name: 'Abrir carta.pdf' })).not.toHaveAttribute('aria-busy');
});

test('of two actions of one file the last is done, and only that', async () => {
  const { screen, press } = await renderFiles('carta.pdf');
  await press('Abrir carta.pdf');
  await press('Descarregar carta.pdf');
  await arrive('carta.pdf');
  expect(await screen.findByText('«carta.pdf» foi descarregado.')).toBeVisible();
  expect(opened).toEqual([]);
  expect(downloads).toHaveLength(1);
});

test('nothing opens over what the citizen does once they have gone on', async () => {
  const { screen, press } = await renderFiles('carta.pdf', 'mapa.pdf');
  await press('Abrir carta.pdf');
  await press('Descarregar mapa.pdf');
  await arrive('carta.pdf');
  expect(await screen.findByText(READY)).toBeVisible();
  expect(opened).toEqual([]);
});

test('several files that are asked for one after the other are all saved', async () => {
  const { screen, press } = await renderFiles('carta.pdf', 'mapa.pdf');
  await press('Descarregar carta.pdf');
  await press('Descarregar mapa.pdf');
  await arrive('carta.pdf');
  await arrive('mapa.pdf');
  expect(await screen.findByText('«mapa.pdf» foi descarregado.')).toBeVisible();
  expect(downloads.map(({ name }) => name)).toEqual(['carta.pdf', 'mapa.pdf']);
});

test('a file that comes once its page has been left is neither saved nor opened', async () => {
  const { press } = await renderFiles('carta.pdf', 'mapa.pdf');
  await press('Descarregar carta.pdf');
  await press('Abrir mapa.pdf');
  cleanup();
  await arrive('carta.pdf');
  await arrive('mapa.pdf');
  const { screen } = await renderFiles('carta.pdf', 'mapa.pdf');
  expect(await screen.findAllByRole('link', { name: /^Abrir/ })).toHaveLength(2);
  expect(downloads).toEqual([]);
  expect(opened).toEqual([]);
});

test('a press that was told that the file could not be had saves nothing later', async () => {
  const { screen, press } = await renderFiles('carta.pdf');
  await press('Descarregar carta.pdf');
  await expect.poll(() => readDownloadState(db, 'carta.pdf')).toBe('wanted');
  await refuseDownload(db, 'carta.pdf');
  expect(await screen.findByText(/Não foi possível obter «carta.pdf»/)).toBeVisible();
  const { size, sha256 } = FILE;
  await wantDownload(db, { attachmentId: 'carta.pdf', requestId: 'r', size, sha256 }, new Date());
  await arrive('carta.pdf');
  expect(await screen.findByText(READY)).toBeVisible();
  expect(downloads).toEqual([]);
});
