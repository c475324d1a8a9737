import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REQUEST_STATES } from '../../../contract/request-words.ts';
import { lastDayAfter } from '../../../domain/last-day.ts';
import { DEFAULT_LIMITS } from '../../../domain/limits.ts';
import { PURPOSE_OF_ACTION } from '../../../domain/office-moves.ts';
import { writePushMessage } from '../../../domain/push/push-message.ts';
import { turnOf } from '../../../domain/request-state.ts';
import { formatDay } from '../../../shared/format-date.ts';
import type { ApiClient } from '../../api/client.ts';
import { type DemoRequest, type OfficeAction, playOffice, readDemoState } from '../../api/demo-calls.ts';
import { fetchWords } from '../../lib/fetch-words.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Excerpt } from '../../parts/excerpt.tsx';
import { showPush } from '../../parts/show-push.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Cluster } from '../../ui/layout.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './demo.module.css';
import type { RunDemo } from './use-demo.ts';

const ACTIONS: readonly OfficeAction[] = ['review', 'ask', 'answer', 'forward', 'close'];
const PAGE_SIZE = 10;

/** The states after which the office does nothing more. */
const OVER = new Set(['closed', 'withdrawn']);

/** The requests, newest first: people want to see an answer to the request they have just sent. */
export function OfficePart({ requests, run }: { requests: DemoRequest[]; run: RunDemo }) {
  const { t } = useTranslation('demo');
  const [limit, setLimit] = useState(PAGE_SIZE);
  const newestFirst = [...requests].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
  return (
    <>
      <p>{requests.length === 0 ? t('office.none') : t('office.hint')}</p>
      <ul className={styles.list}>
        {newestFirst.slice(0, limit).map((request) => (
          <OfficeCard key={request.id} request={request} run={run} />
        ))}
      </ul>
      {limit < requests.length && (
        <Button variant="secondary" type="button" onClick={() => setLimit(limit + PAGE_SIZE)}>
          {t('office.more')}
        </Button>
      )}
    </>
  );
}

function OfficeCard({ request, run }: { request: DemoRequest; run: RunDemo }) {
  const { t, i18n } = useTranslation(['demo', 'requests']);
  const state = REQUEST_STATES.find((known) => known === request.state);
  const actions = OVER.has(request.state) ? [] : ACTIONS;
  return (
    <Card as="li">
      <h3>{request.reference}</h3>
      <p className={styles.excerpt}>
        <Excerpt text={request.description} />
      </p>
      <p>
        {t('office.state', { state: state ? t(`requests:state.${state}`) : request.state })}
        {state && turnOf(state) === 'office' && (
          <> · {t('office.dueOn', { date: formatDay(request.dueOn, i18n.language) })}</>
        )}
      </p>
      <Cluster gap={1}>
        {actions.map((action) => (
          <Button
            key={action}
            variant="secondary"
            type="button"
            onClick={() =>
              run(async (api) => {
                await playOffice(api, request.id, action);
                await showOfficeNews(api, request, action);
              })
            }
          >
            {t(`office.${action}`)}
            <VisuallyHidden> {request.reference}</VisuallyHidden>
          </Button>
        ))}
      </Cluster>
    </Card>
  );
}

/** Shows the very notification that a push service would bring, where the citizen wants this device to be told. */
async function showOfficeNews(
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
  await fetchWords('push');
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
