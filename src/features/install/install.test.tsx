import { waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepInstallPrompt, takeInstallPrompt } from '../../lib/install-prompt.ts';
import { InstallOffer, InstallSetting } from './install-app.tsx';
import { canInstall } from './install-way.ts';

keepInstallPrompt();

afterEach(() => {
  takeInstallPrompt();
  Reflect.deleteProperty(navigator, 'standalone');
  vi.unstubAllGlobals();
});

/** Sends the event that Chromium sends some time after the page was loaded. */
function offerPrompt(outcome: 'accepted' | 'dismissed') {
  const prompt = vi.fn(async () => ({ outcome }));
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  window.dispatchEvent(event);
  return { prompt, event };
}

function beOnIphone({ isInstalled = false } = {}) {
  Object.defineProperty(navigator, 'standalone', { value: isInstalled, configurable: true });
}

const show = (db?: CitizenDatabase) => renderFeature(<InstallSetting />, db && { db });

describe('**Instalar o e-Clic**', () => {
  it('keeps the browser’s own prompt until it is pressed, and asks with it once', async () => {
    const { prompt, event } = offerPrompt('accepted');
    expect(event.defaultPrevented).toBe(true);
    expect(prompt).not.toHaveBeenCalled();
    const { user, screen } = await show();
    await user.click(screen.getByRole('button', { name: 'Instalar o e-Clic' }));
    expect(await screen.findByText('O e-Clic está a ser instalado.', { selector: 'main p' })).toHaveFocus();
    expect(prompt).toHaveBeenCalledOnce();
    expect(canInstall()).toBe(false);
  });

  it('is offered no more once the browser’s own menu has done it', async () => {
    offerPrompt('accepted');
    const { screen } = await show();
    await screen.findByRole('button', { name: 'Instalar o e-Clic' });
    window.dispatchEvent(new Event('appinstalled'));
    expect(canInstall()).toBe(false);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Instalar o e-Clic' })).toBeNull());
  });

  it('has the button also where the browser offers it only later', async () => {
    const { screen } = await show();
    expect(screen.queryByRole('button')).toBeNull();
    offerPrompt('dismissed');
    expect(await screen.findByRole('button', { name: 'Instalar o e-Clic' })).toBeVisible();
  });

  it('says on an iPhone how it is done, and first which drafts the installed app will not have', async () => {
    beOnIphone();
    const db = openMemoryDatabase();
    await writeCompleteDraft(db, 'Falta-me um documento');
    const { screen } = await show(db);
    expect(await screen.findByText(/^1 rascunho está só neste navegador/)).toBeVisible();
    expect(screen.getByText('«Falta-me um documento»')).toBeVisible();
    expect(screen.getByText('Escolha «Adicionar ao ecrã principal».')).toBeVisible();
  });

  it('says there that nothing stays behind where all drafts are in the account', async () => {
    beOnIphone();
    const { screen } = await show(openMemoryDatabase());
    expect(await screen.findByText(/^Nada do que está neste navegador se perde/)).toBeVisible();
  });

  it.each([
    ['in the installed app', () => beOnIphone({ isInstalled: true }), /está instalado/],
    ['where the browser has no way to tell', () => undefined, /não propõe a instalação/],
  ])('offers nothing %s', async (_where, be, sentence) => {
    be();
    expect(canInstall()).toBe(false);
    const { screen } = await show();
    expect(screen.getByText(sentence)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each(['Agora não', 'Instalar o e-Clic'])('after a first submission, is over with «%s»', async (name) => {
    offerPrompt('dismissed');
    const onDone = vi.fn();
    const { user, screen } = await renderFeature(<InstallOffer onDone={onDone} />);
    await user.click(screen.getByRole('button', { name }));
    await expect.poll(() => onDone).toHaveBeenCalledOnce();
  });
});
