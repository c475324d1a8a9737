import i18next from 'i18next';
import { showNotice } from '../../state/notices.ts';

/** Shows a notice of what became of the session. */
export async function showSessionNotice(
  key: 'session:idle.erased' | 'session:idle.guestErased' | 'session:erasedAsTold' | 'thread:notKept',
): Promise<void> {
  await i18next.loadNamespaces(key.split(':', 1));
  showNotice({ text: i18next.t(key) });
}
