import i18next from 'i18next';
import { showNotice } from '../../state/notices.ts';

/** What happened to the session without a press of the citizen's. */
export async function showSessionNotice(
  key: 'idle.erased' | 'idle.guestErased' | 'erasedAsTold',
): Promise<void> {
  await i18next.loadNamespaces('session');
  showNotice({ text: i18next.getFixedT(null, 'session')(key) });
}
