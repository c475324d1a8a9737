import i18next from 'i18next';
import { showNotice } from '../../state/notices.ts';

/** Shows a notice of what happened to the session without a press of the citizen. */
export async function showSessionNotice(
  key: 'idle.erased' | 'idle.guestErased' | 'erasedAsTold',
): Promise<void> {
  await i18next.loadNamespaces('session');
  showNotice({ text: i18next.getFixedT(null, 'session')(key) });
}
