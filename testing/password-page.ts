import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import type { ApiClient } from '../src/api/client.ts';
import { startPasswordSignIn } from '../src/api/sign-in-calls.ts';
import { paste } from './paste.ts';
import type { renderApp } from './render-app.tsx';
import { MARIA } from './sign-in.ts';

export const NEW_PASSWORD = 'quatro gatos na varanda';

type Rendered = Pick<Awaited<ReturnType<typeof renderApp>>, 'user'>;

/** Replaces what the field holds. */
export async function fill({ user }: Rendered, name: string, words: string): Promise<void> {
  const field = await screen.findByLabelText(name);
  await user.clear(field);
  if (words) await paste(user, field, words);
}

export async function press({ user }: Rendered, name: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name }));
}

/** Expects the sentence in the error summary, which has the focus, and at the field, and an error in the title. */
export async function expectErrorAt(fieldName: string, sentence: string): Promise<void> {
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  await within(summary).findByRole('link', { name: sentence });
  await waitFor(() => expect(summary).toHaveFocus());
  expect(screen.getByLabelText(fieldName)).toHaveAccessibleDescription(new RegExp(sentence));
  expect(document.title).toMatch(/^Erro: /);
}

/** Whether this is Maria's palavra-chave. */
export async function isMarias(api: ApiClient, password: string): Promise<boolean> {
  return (await startPasswordSignIn(api, { niss: MARIA, password })).kind === 'accepted';
}
