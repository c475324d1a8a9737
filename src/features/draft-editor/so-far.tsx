import { useTranslation } from 'react-i18next';
import { topicPath } from '../../../domain/topics/written-topic.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DraftStep } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { listAttachments } from '../../db/files/file-rows.ts';
import { Excerpt } from '../../parts/excerpt.tsx';
import { useReaderTopic } from '../../parts/use-reader-topic.ts';
import styles from './draft-editor.module.css';

async function readSoFar(db: CitizenDatabase, draftId: string) {
  const draft = await readDraft(db, draftId);
  return draft && { draft, files: await listAttachments(db, draftId) };
}

interface SoFarProps {
  draftId: string;
  /** The present step, whose part is left out. */
  step: DraftStep;
}

/** A summary of the other steps; nothing while they are empty. */
export function SoFar({ draftId, step }: SoFarProps) {
  const { t } = useTranslation('draft');
  const found = useQuery((db) => readSoFar(db, draftId), [draftId]);
  const topic = useReaderTopic(found?.draft.topic ?? null);
  if (!found) return null;
  const { description, kind, onBehalfOf } = found.draft;
  const path = topic?.status === 'known' ? topicPath(topic) : null;
  const topicName = topic?.status === 'unknown' ? t('review.topicUnknown') : path;
  const rows = [
    { of: 'description', term: 'description', value: description.trim() && <Excerpt text={description} /> },
    { of: 'description', term: 'kind', value: kind && t(`kind.${kind}`) },
    { of: 'description', term: 'onBehalfOf', value: onBehalfOf && <bdi>{onBehalfOf.name}</bdi> },
    { of: 'topic', term: 'topic', value: topicName },
    {
      of: 'attachments',
      term: 'attachments',
      value: found.files.length > 0 && <bdi>{found.files.map(({ name }) => name).join(', ')}</bdi>,
    },
  ] as const;
  const told = rows.filter(({ of, value }) => of !== step && value);
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="so-far">
      <h2 id="so-far">{t('soFar')}</h2>
      <dl className={styles.soFar}>
        {told.map(({ term, value }) => (
          <div key={term}>
            <dt>{t(`review.${term}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
