import { paste } from './paste.ts';
import type { renderApp } from './render-app.tsx';
import { MARIA } from './sign-in.ts';

type Rendered = Pick<Awaited<ReturnType<typeof renderApp>>, 'user' | 'screen'>;

/** Signs Maria in by the pages. `isShared` ticks **Este dispositivo é partilhado**; `beforeCode` is called once the server has sent the code. */
export async function signInOnPage(
  { user, screen }: Rendered,
  { isShared = false, beforeCode = async () => {} } = {},
): Promise<void> {
  await paste(user, await screen.findByRole('textbox', { name: 'NISS' }), MARIA);
  await paste(user, screen.getByLabelText('Palavra-chave'), 'Demonstracao1');
  if (isShared) await user.click(screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' }));
  await user.click(screen.getByRole('button', { name: 'Entrar' }));
  await screen.findByRole('textbox', { name: 'Código de verificação' });
  await beforeCode();
  await user.type(screen.getByRole('textbox', { name: 'Código de verificação' }), '123456');
  await user.click(screen.getByRole('button', { name: 'Confirmar' }));
}
