import type { Context } from './context.ts';
import { addStarterReplies } from './saved-replies/starter-replies.ts';
import type { SignInConfig } from './sessions/sign-in-settings.ts';
import { addSimulatedPeople } from './sessions/simulator.ts';

/**
 * Keeps what a server has before its first call: the keys by which it signs, and the made-up people of the simulator. Repeatable. A command that is given
 * without the server's settings would keep the people and the key of another server in its database.
 */
export async function fillAtStart(
  context: Context,
  { simulator }: Pick<SignInConfig, 'simulator'>,
): Promise<void> {
  await context.keyring.signer();
  await context.push?.publicKey();
  if (!simulator) return;
  await addSimulatedPeople(context);
  await addStarterReplies(context.db);
}
