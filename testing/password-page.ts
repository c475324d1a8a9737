import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import type { ApiClient } from '../src/api/client.ts';
import { startPasswordSignIn } from '../src/api/sign-in-calls.ts';
import { paste } from './paste.ts';
import type { renderApp } from './render-app.tsx';
import { MARIA } from './sign-in.ts';

export const NEW_PASSWORD = 'quatro gatos na varanda';

type Rendered = Pick<Awaited<ReturnType<typeof renderApp>>, 'user'>;

/** In the place of what stands in the field. */
export async function fill({ user }: Rendered, name: string, words: string): Promise<void> {
  const field = await screen.findByLabelText(name);
  await user.clear(field);
  if (words) await paste(user, field, words);
}

export async function press({ user }: Rendered, name: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name }));
}

/** The same sentence in the summary, which has the focus, and at the field; the title says that there is an error. */
export async function expectErrorAt(fieldName: string, sentence: string): Promise<void> {
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  await within(summary).findByRole('link', { name: sentence });
  await waitFor(() => expect(summary).toHaveFocus());
  expect(screen.getByLabelText(fieldName)).toHaveAccessibleDescription(new RegExp(sentence));
  expect(document.title).toMatch(/^Erro: /);
}

/** Whether Maria signs in with it. */
export async function isMarias(api: ApiClient, password: string): Promise<boolean> {
  return (await startPasswordSignIn(api, { niss: MARIA, password })).kind === 'accepted';
}
