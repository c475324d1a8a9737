import i18next from 'i18next';
import type { News } from '../../db/requests/news.ts';

/** Says that there is news and about which request, and nothing of it: others may see this screen. */
export async function showNews(news: News[], open: (requestId: string | null) => void): Promise<void> {
  await i18next.loadNamespaces('sync');
  const t = i18next.getFixedT(null, 'sync');
  const [first] = news;
  const one = news.length === 1 && first ? first : null;
  if (Notification.permission !== 'granted') return;
  const notification = new Notification(t('news.title', { count: news.length }), {
    ...(one && { body: t('news.reference', { reference: one.reference }) }),
    tag: one ? `eclic-${one.id}` : 'eclic',
    lang: i18next.language,
  });
  notification.onclick = () => {
    window.focus();
    open(one?.id ?? null);
    notification.close();
  };
}
