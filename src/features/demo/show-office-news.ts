import i18next from 'i18next';
import { lastDayAfter } from '../../../domain/last-day.ts';
import { DEFAULT_LIMITS } from '../../../domain/limits.ts';
import { PURPOSE_OF_ACTION } from '../../../domain/office-moves.ts';
import { writePushMessage } from '../../../domain/push/push-message.ts';
import type { ApiClient } from '../../api/client.ts';
import { type DemoRequest, type OfficeAction, readDemoState } from '../../api/demo-calls.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { showPush } from '../../parts/show-push.ts';

/** Shows the very notification that a push service would bring, where the citizen wants this device to be told. */
export async function showOfficeNews(
  api: ApiClient,
  { id, citizenId, state }: DemoRequest,
  action: OfficeAction,
): Promise<void> {
  // Devices are told of messages, and of an end that takes a question away.
  const isTold = PURPOSE_OF_ACTION[action] !== null || (action === 'close' && state === 'awaitingCitizen');
  if (!isTold || globalThis.Notification?.permission !== 'granted') return;
  const registration = await navigator.serviceWorker?.getRegistration();
  const { now, told } = await readDemoState(api);
  const device = told.find((one) => one.citizenId === citizenId);
  if (!registration || !device) return;
  await i18next.loadNamespaces('push');
  const { language } = i18next;
  const t = i18next.getFixedT(language, 'push');
  const message = writePushMessage(
    { title: t('title'), until: t('until', { day: '{{day}}' }) },
    {
      language,
      navigate: `${api.origin}${ADDRESSES.requests}/${id}`,
      until: device.saysDate && action === 'ask' ? lastDayAfter(now, DEFAULT_LIMITS.extraHolidays) : null,
    },
  );
  await showPush(registration, JSON.stringify(message));
}
