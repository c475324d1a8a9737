import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rating } from '../../contract/types.ts';
import type { RatingDraft } from '../../db/requests/request-actions.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextArea } from '../../ui/text-area.tsx';

const HELPFUL_ID = 'rating-helpful';

interface RatingFormProps {
  /** Read once. */
  initial: RatingDraft;
  onChange: (draft: RatingDraft) => void;
  onSend: (rating: Rating) => void;
  onCancel: () => void;
}

export function RatingForm({ initial, onChange, onSend, onCancel }: RatingFormProps) {
  const { t } = useTranslation(['thread', 'common']);
  const [draft, setDraft] = useState(initial);
  const [tries, setTries] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const { helpful, comment } = draft;
  const error = tries > 0 && helpful === null ? t('rating.missing') : undefined;

  useEffect(() => heading.current?.focus(), []);

  function change(changes: Partial<RatingDraft>) {
    const next = { ...draft, ...changes };
    setDraft(next);
    onChange(next);
  }

  function send(event: FormEvent) {
    event.preventDefault();
    setTries(tries + 1);
    if (helpful !== null) onSend({ helpful, comment: comment.trim() });
  }

  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('rating.heading')}
      </h2>
      <form onSubmit={send} noValidate>
        <Stack gap={3}>
          {error && (
            <ErrorSummary
              title={t('common:errorSummary')}
              items={[{ targetId: HELPFUL_ID, text: error }]}
              focusKey={tries}
            />
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
            id="rating-comment"
            label={t('rating.comment')}
            optionalText={t('rating.optional')}
            hint={t('rating.commentHint')}
            rows={4}
            dir="auto"
            value={comment}
            onChange={(event) => change({ comment: event.currentTarget.value })}
          />
          <Cluster>
            <Button variant="secondary" type="submit">
              {t('rating.send')}
            </Button>
            <Button variant="quiet" type="button" onClick={onCancel}>
              {t('rating.cancel')}
            </Button>
          </Cluster>
        </Stack>
      </form>
    </section>
  );
}
