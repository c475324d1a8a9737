import i18next from 'i18next';
import { fetchWords } from '../../lib/fetch-words.ts';
import { showNotice } from '../../state/notices.ts';

/** Shows a notice of what became of the session. Its words are those of the shell, without which nothing is drawn. */
export async function showSessionNotice(
  key: 'ended.idle' | 'ended.guestIdle' | 'ended.erasedAsTold' | 'ended.notKept',
): Promise<void> {
  await fetchWords('common').then(
    () => showNotice({ text: i18next.t(key) }),
    () => undefined,
  );
}
