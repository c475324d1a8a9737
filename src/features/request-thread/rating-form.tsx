import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnsentRating } from '../../../domain/copies/copy-format.ts';
import { findCommentExcess } from '../../../domain/written/rules.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { closeRating, rateAnswer } from '../../db/requests/request-actions.ts';
import { useNoteErrors } from '../../parts/note-errors.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useKeptRating } from './use-kept-rating.ts';

const HELPFUL_ID = 'rating-helpful';
const COMMENT_ID = 'rating-comment';

interface RatingFormProps {
  requestId: string;
  /** The rating as it was when the form opened; it is not read again. */
  initial: UnsentRating;
  /** `selector` finds the element to which the focus moves. */
  onClose: (selector: string) => void;
}

export function RatingForm({ requestId, initial, onClose }: RatingFormProps) {
  const { t } = useTranslation(['thread', 'common']);
  const db = useDatabase();
  const [draft, setDraft] = useState(initial);
  const [tries, setTries] = useState(0);
  // It is counted when the citizen sends: at every key a long text would make typing stutter.
  const [excess, setExcess] = useState<ReturnType<typeof findCommentExcess>>(null);
  const { keep, forget, hasFailed } = useKeptRating(requestId);
  const { status, start } = useOnce(send);
  const heading = useRef<HTMLHeadingElement>(null);
  const { helpful, comment } = draft;
  const error = tries > 0 && helpful === null ? t('rating.missing') : undefined;
  const tooLong = excess ? t('rating.tooLong', { count: excess.over, max: excess.max }) : undefined;
  const errors = [
    ...(error ? [{ targetId: HELPFUL_ID, text: error }] : []),
    ...(tooLong ? [{ targetId: COMMENT_ID, text: tooLong }] : []),
  ];

  useEffect(() => heading.current?.focus(), []);
  useNoteErrors(errors.length > 0);

  function change(changes: Partial<UnsentRating>) {
    const next = { ...draft, ...changes };
    setDraft(next);
    keep(next);
  }

  async function send() {
    setTries(tries + 1);
    const found = findCommentExcess(comment);
    setExcess(found);
    if (helpful === null || found) return false;
    await rateAnswer(db, requestId, { helpful, comment: comment.trim() }, new Date());
    forget();
    announce(t('rating.taken'));
    onClose('#rating-heading');
    return false;
  }

  function close() {
    // An answer without words is thrown away.
    if (comment.trim() === '') {
      forget();
      void closeRating(db, requestId).catch(endQuietly);
    }
    onClose('#rate-answer');
  }

  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('rating.heading')}
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
        noValidate
      >
        <Stack>
          {errors.length > 0 && (
            <ErrorSummary title={t('common:errorSummary')} items={errors} focusKey={tries} />
          )}
          <RadioGroup
            id={HELPFUL_ID}
            name={HELPFUL_ID}
            legend={t('rating.question')}
            options={[
              { value: 'yes', label: t('rating.yes') },
              { value: 'no', label: t('rating.no') },
            ]}
            value={helpful === null ? null : helpful ? 'yes' : 'no'}
            error={error}
            onChange={(value) => change({ helpful: value === 'yes' })}
          />
          <TextArea
            id={COMMENT_ID}
            label={t('rating.comment')}
            optionalText={t('rating.optional')}
            hint={t('rating.commentHint')}
            rows={4}
            dir="auto"
            value={comment}
            error={tooLong}
            onChange={(event) => {
              setExcess(null);
              change({ comment: event.currentTarget.value });
            }}
          />
          {(status === 'failed' || hasFailed) && (
            <Alert title={t(status === 'failed' ? 'notKept' : 'common:storage.notSaved')} />
          )}
          <Cluster>
            <Button variant="secondary" type="submit">
              {t('rating.send')}
            </Button>
            <Button variant="quiet" type="button" onClick={close}>
              {t('rating.cancel')}
            </Button>
          </Cluster>
        </Stack>
      </form>
    </section>
  );
}
