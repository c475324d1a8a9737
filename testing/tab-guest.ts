import { within } from '@testing-library/react';
import { attachPdf } from './builders.ts';
import { manualClock } from './manual-clock.ts';
import { paste } from './paste.ts';
import { renderApp } from './render-app.tsx';

type Rendered = Awaited<ReturnType<typeof renderApp>>;

export const WORDS = 'A minha doença e a minha morada';

export function databaseOf({ app }: Pick<Rendered, 'app'>) {
  const db = app.scope.database();
  if (!db) throw new Error('Nobody is here');
  return db;
}

/** Ticks that the device is shared, begins without signing in, and writes. */
export async function writeShared({ clock = manualClock(new Date()) } = {}) {
  const rendered = await renderApp({ at: '/entrar', clock });
  const { user, screen } = rendered;
  await user.click(await screen.findByRole('checkbox', { name: 'Este dispositivo é partilhado' }));
  await user.click(screen.getByRole('link', { name: 'Começar um pedido sem iniciar sessão' }));
  await screen.findByRole('heading', { level: 1, name: 'Descrição do pedido' });
  await paste(user, screen.getByRole('textbox', { name: 'Descrição do pedido' }), WORDS);
  await screen.findByText(/^Guardado/);
  const at = rendered.path();
  const draftId = at.split('/')[2] ?? '';
  await attachPdf(databaseOf(rendered), draftId, undefined, 'atestado.pdf');
  return { ...rendered, clock, at, draftId };
}

/** Presses **Apagar e sair**, and **Apagar** at its question. */
export async function eraseWhatIsWritten({ user, screen }: Pick<Rendered, 'user' | 'screen'>): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Apagar e sair' }));
  const dialog = await screen.findByRole('dialog', { name: 'Apagar o que escreveu?' });
  await user.click(within(dialog).getByRole('button', { name: 'Apagar' }));
}
