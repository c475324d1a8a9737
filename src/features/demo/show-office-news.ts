import i18next from 'i18next';
import { lastDayToReply } from '../../../domain/decide/ending.ts';
import { writePushMessage } from '../../../domain/push/push-message.ts';
import type { ApiClient } from '../../api/client.ts';
import { type DemoRequest, type OfficeAction, readDemoState } from '../../api/demo-calls.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { showPush } from '../../parts/show-push.ts';

/** Of which a real server tells devices. */
const IS_NEWS: readonly OfficeAction[] = ['ask', 'answer', 'forward'];

/** Shows the very notification that a push service would bring, where the citizen wants this device to be told. */
export async function showOfficeNews(
  api: ApiClient,
  { id, citizenId, receivedAt }: DemoRequest,
  action: OfficeAction,
): Promise<void> {
  if (!IS_NEWS.includes(action) || globalThis.Notification?.permission !== 'granted') return;
  const registration = await navigator.serviceWorker?.getRegistration();
  const { now, told } = await readDemoState(api);
  const device = told.find((one) => one.citizenId === citizenId);
  if (!registration || !device) return;
  await i18next.loadNamespaces('push');
  const { language } = i18next;
  const t = i18next.getFixedT(language, 'push');
  const asked = { askAgainUntil: null, history: [], lastMessageAt: now, receivedAt };
  const message = writePushMessage(
    { title: t('title'), until: t('until', { day: '{{day}}' }) },
    {
      language,
      navigate: `${api.origin}${ADDRESSES.requests}/${id}`,
      until:
        device.saysDate && action === 'ask' ? lastDayToReply({ ...asked, state: 'awaitingCitizen' }) : null,
    },
  );
  await showPush(registration, JSON.stringify(message));
}
