import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatMonth } from '../../../shared/format-date.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { addToMetadata, readMetadata } from '../../db/core/metadata.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { SELF } from '../../db/search/request-query.ts';
import { useRequestSearch } from '../../db/search/request-search.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useTopicLabels } from '../../parts/use-reader-topic.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { GO_ON_ID } from './draft-actions.tsx';

const YEARS = 2;

interface AskedAlreadyProps {
  text: string;
  /** The person in whose name the citizen writes; null for themselves. */
  personId: string | null;
}

/** **Já fez um pedido parecido em março: EC-… · Ver a resposta**. The request is found on this device; nothing of the draft leaves it. */
export function AskedAlready({ text, personId }: AskedAlreadyProps) {
  const { t, i18n } = useTranslation('draft');
  const db = useDatabase();
  const focusOn = useFocusOn();
  const found = useSimilarRequest(text, personId ?? SELF);
  const sentence =
    found &&
    t('asked.sentence', {
      month: formatMonth(found.receivedAt, i18n.language),
      reference: found.reference,
    });

  // Announced once, however often the found request changes after that.
  const hasSpoken = useRef(false);
  useEffect(() => {
    if (!sentence || hasSpoken.current) return;
    hasSpoken.current = true;
    announce(sentence);
  }, [sentence]);

  if (!found) return null;

  async function dismiss({ id }: RequestRow) {
    await addToMetadata(db, 'notAskedAlready', id);
    focusOn(`#${GO_ON_ID}`);
  }

  return (
    <Cluster>
      <p>
        {sentence}
        {' ·\u00a0'}
        <Link to={ADDRESSES.request} params={{ requestId: found.id }}>
          {t(found.history.some(({ state }) => state === 'answered') ? 'asked.answer' : 'asked.request')}
          <VisuallyHidden> {found.reference}</VisuallyHidden>
        </Link>
      </p>
      <Button variant="quiet" type="button" onClick={() => void dismiss(found)}>
        {t('asked.dismiss')}
      </Button>
    </Cluster>
  );
}

/** The last result for each database: a citizen who comes back to the step finds it on the page at once, so that nothing moves. */
const lastAnswers = new WeakMap<
  CitizenDatabase,
  { text: string; personId: string; found: RequestRow | null }
>();

/** Finds an earlier request that is similar. Keeps the last result until the next one is there. */
function useSimilarRequest(text: string, personId: string): RequestRow | null {
  const db = useDatabase();
  const search = useRequestSearch(useTopicLabels());
  const except = useQuery((db) => readMetadata(db, 'notAskedAlready'));
  // While the page is being left no new result is shown, so that the page does not move once more.
  const isLeaving = useRouterState({ select: ({ status }) => status === 'pending' });
  const [found, setFound] = useState<RequestRow | null>(() => {
    const last = lastAnswers.get(db);
    return last?.text === text && last.personId === personId ? last.found : null;
  });

  useEffect(() => {
    if (!search || !except || isLeaving) return;
    let isCurrent = true;
    search.findSimilar({ text, personId, from: firstDay(new Date()), except }).then(
      (request) => {
        if (!isCurrent) return;
        lastAnswers.set(db, { text, personId, found: request });
        setFound(request);
      },
      // An error is not shown: the citizen did not ask for this search.
      () => isCurrent && setFound(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [db, search, text, personId, except, isLeaving]);

  return found;
}

function firstDay(now: Date): string {
  const then = new Date(now);
  then.setUTCFullYear(now.getUTCFullYear() - YEARS);
  return lisbonDate(then);
}
