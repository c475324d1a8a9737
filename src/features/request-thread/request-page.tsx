import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../db/schema.ts';
import { emphasisOf } from '../../domain/request-state.ts';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Tag } from '../../ui/tag.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { MessageList } from './message-list.tsx';
import { OwnRequest } from './own-request.tsx';
import styles from './request-thread.module.css';
import { RequestTimeline } from './request-timeline.tsx';

export function RequestPage({ request }: { request: RequestRow }) {
  const { t } = useTranslation(['thread', 'requests', 'common']);
  const title = t('title', { reference: request.reference });
  return (
    <Page
      title={t('common:pageTitle', { page: title })}
      heading={<NoWrap text={title} part={request.reference} />}
      width="wide"
      focusKey={request.id}
      before={<Link to="/pedidos">{t('backToList')}</Link>}
    >
      <Stack gap={4}>
        <div>
          <Tag tone={emphasisOf(request.state)}>{t(`requests:state.${request.state}`)}</Tag>
          <p className={styles.turn}>{t(`turn.${request.state}`, { office: request.office.name })}</p>
        </div>
        <div className={styles.columns}>
          <div className={styles.aside}>
            <DeadlineSection request={request} />
            <RequestTimeline request={request} />
          </div>
          <Stack gap={4}>
            <OwnRequest request={request} />
            <MessageList request={request} />
            <p>
              <Link to="/pedidos/$requestId/comprovativo" params={{ requestId: request.id }}>
                {t('receipt')}
              </Link>
            </p>
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}
