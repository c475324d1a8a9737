import i18next from 'i18next';
import { fetchWords } from '../../lib/fetch-words.ts';
import { showNotice } from '../../state/notices.ts';

/** Shows a notice of what became of the session. */
export async function showSessionNotice(
  key: 'session:idle.erased' | 'session:idle.guestErased' | 'session:erasedAsTold' | 'thread:notKept',
): Promise<void> {
  const show = () => showNotice({ text: i18next.t(key) });
  // Without its words the notice would be a key, which tells nobody anything.
  await fetchWords(...key.split(':', 1)).then(show, () => undefined);
}
