import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { TopicWords } from '../../parts/topic-words.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import styles from './request-thread.module.css';

/** What it is about, and small above it what it is called; without a topic it is what is wanted. */
export function RequestHeading({ request }: { request: CitizenRequest }) {
  const { t } = useTranslation(['thread', 'requests']);
  const { reference, topic, kind } = request;
  return (
    <>
      <span className={styles.reference}>
        <NoWrap text={t('title', { reference, ...ofKind(kind) })} part={reference} />
      </span>{' '}
      <span className={styles.topic}>
        {topic.status === 'unknown' ? t(`requests:kind.${kind}`) : <TopicWords topic={topic} />}
      </span>
    </>
  );
}
