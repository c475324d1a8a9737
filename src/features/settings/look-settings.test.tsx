import { afterEach, expect, test, vi } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { LOOKS } from '../../state/kept-preferences.ts';
import { usePreferences } from '../../state/preferences.ts';
import { LookSettings } from './look-settings.tsx';

afterEach(() => {
  localStorage.clear();
  usePreferences.setState({ textSize: '100', textSpacing: 'normal', contrast: 'system' });
});

test('size, spacing and contrast are three questions, each with what holds now', async () => {
  const { screen } = await renderFeature(<LookSettings />);
  for (const name of ['Tamanho do texto', 'Espaço no texto', 'Contraste']) {
    expect(await screen.findByRole('group', { name })).toBeVisible();
  }
  for (const name of ['Normal', 'Espaço normal', 'Como no dispositivo']) {
    expect(screen.getByRole('radio', { name })).toBeChecked();
  }
});

test('what was chosen holds at the next visit too, on a device without a session', async () => {
  const { screen, user } = await renderFeature(<LookSettings />);
  await user.click(await screen.findByRole('radio', { name: 'O dobro (200 %)' }));
  await user.click(screen.getByRole('radio', { name: 'Mais espaço' }));
  await user.click(screen.getByRole('radio', { name: 'Contraste alto' }));
  vi.resetModules();
  const { usePreferences: nextVisit } = await import('../../state/preferences.ts');
  expect(nextVisit.getState()).toMatchObject({ textSize: '200', textSpacing: 'wide', contrast: 'high' });
});

test('what an older version kept and this one does not know changes nothing', async () => {
  for (const part of Object.keys(LOOKS)) localStorage.setItem(`eclic-${part}`, 'giant');
  vi.resetModules();
  const { usePreferences: nextVisit } = await import('../../state/preferences.ts');
  expect(nextVisit.getState()).toMatchObject({ textSize: '100', textSpacing: 'normal', contrast: 'system' });
});
