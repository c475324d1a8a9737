import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { topicPath } from '../../domain/topics/written-topic.ts';
import { isOptional } from '../../domain/written/rules.ts';
import { askedOf, type WordField, wordsOf } from '../../domain/written/words.ts';
import { formatDay } from '../../lib/format-date.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { ChangeLink, type ReviewPart } from './change-link.tsx';
import styles from './draft-review.module.css';
import { FileNames } from './file-names.tsx';
import { OnBehalfValue } from './on-behalf-value.tsx';
import type { Review } from './read-review.ts';
import { ReviewValue } from './review-value.tsx';

interface ReviewListProps {
  review: Review;
  errorsOf: (part: ReviewPart) => readonly string[];
}

/** All that will be sent, each part with the way to change it. */
export function ReviewList({ review, errorsOf }: ReviewListProps) {
  const { t, i18n } = useTranslation('draft');
  const { draft, attachments, profile, dueDay } = review;
  const words = wordsOf(draft);
  const mayAct = draft.onBehalfOf !== null || (profile?.representations.length ?? 0) > 0;
  const chosenPath = draft.topic?.status === 'known' ? topicPath(draft.topic) : null;
  const topic = draft.topic?.status === 'unknown' ? t('review.topicUnknown') : chosenPath;

  const part = (name: ReviewPart, value: ReactNode, hasChange = true) => ({
    term: t(`review.${name}`),
    value: (
      <ReviewValue part={name} errors={errorsOf(name)}>
        {value}
      </ReviewValue>
    ),
    ...(hasChange && { action: <ChangeLink draftId={draft.id} part={name} /> }),
  });
  const rows = [
    part('kind', draft.kind && t(`kind.${draft.kind}`)),
    part('onBehalfOf', <OnBehalfValue draft={draft} profile={profile} />, mayAct),
    ...askedOf(draft.kind).map((field) => part(field, <Words field={field} text={words[field]} />)),
    part('topic', topic && <p>{topic}</p>),
    part('attachments', <FileNames attachments={attachments} />),
    { term: t('review.answer'), value: <Answer review={review} /> },
  ];
  const due = dueDay && {
    term: t('review.due'),
    value: (
      <>
        <p>{t('review.dueOn', { date: formatDay(dueDay, i18n.language) })}</p>
        <p className={styles.size}>{t('review.dueNote')}</p>
      </>
    ),
  };
  return <SummaryList rows={due ? [...rows, due] : rows} />;
}

function Words({ field, text }: { field: WordField; text: string }) {
  const { t } = useTranslation('draft');
  if (text.trim() === '') return <p>{t(isOptional(field) ? 'review.notGiven' : 'review.nothing')}</p>;
  return (
    <p dir="auto" className={styles.description}>
      {text}
    </p>
  );
}

function Answer({ review }: { review: Review }) {
  const { t } = useTranslation('draft');
  const contact = review.profile?.contact;
  if (!contact) return <p>{t('review.here')}</p>;
  return <p>{t(`review.${contact.channel}`, { contact: contact.masked })}</p>;
}
