import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestStatus } from '../../../contract/types.ts';
import { emphasisOf } from '../../../domain/request-state.ts';
import { readReference, readStatusCode } from '../../../domain/status-code.ts';
import { formatDateTime, formatDay, formatTime } from '../../../shared/format-date.ts';
import { AttemptPage, useAttempt } from '../../parts/attempt-page.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ServerAnswer } from './status-code-section.tsx';

interface Question {
  reference: string;
  code: string;
}

interface StatusPageProps {
  lookUp: (question: Question) => Promise<ServerAnswer<RequestStatus>>;
}

type Target = 'reference' | 'code' | 'look-up';

interface Issue {
  target: Target;
  code:
    | 'referenceMissing'
    | 'referenceWrong'
    | 'codeMissing'
    | 'codeWrong'
    | 'wrong'
    | 'tooMany'
    | 'unreachable';
  /** The instant from which one may try again. */
  retryAt?: string | undefined;
}

/** **Consultar o estado**, for people who help a citizen. What they type is kept nowhere. */
export function StatusPage({ lookUp }: StatusPageProps) {
  const { t, i18n } = useTranslation('status');
  const attempt = useAttempt(({ code, retryAt }: Issue) =>
    t(`issues.${code}`, { time: retryAt ? formatTime(retryAt, i18n.language) : '' }),
  );
  const [typed, setTyped] = useState<Question>({ reference: '', code: '' });
  const [found, setFound] = useState<Found | null>(null);

  async function ask(): Promise<Issue[]> {
    const answer = await findAnswer(typed, lookUp);
    setFound(answer.found);
    return answer.issues;
  }

  return (
    <AttemptPage heading={t('title')} attempt={attempt} gap={3}>
      <p>{t('intro')}</p>
      {found && <FoundStatus key={attempt.tries} {...found} />}
      {/* A post: if the form were ever sent without the app, nothing of it must be in an address. */}
      <form method="post" noValidate onSubmit={attempt.onSubmit(ask)}>
        <Stack gap={2}>
          <TextField
            id="reference"
            label={t('reference')}
            hint={t('referenceHint')}
            width="niss"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            value={typed.reference}
            error={attempt.errorAt('reference')}
            onChange={(event) => setTyped({ ...typed, reference: event.currentTarget.value })}
          />
          <TextField
            id="code"
            label={t('code')}
            hint={t('codeHint')}
            width="niss"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            value={typed.code}
            error={attempt.errorAt('code')}
            onChange={(event) => setTyped({ ...typed, code: event.currentTarget.value })}
          />
          <p>
            <Button id="look-up" variant="primary" type="submit" busy={attempt.isBusy}>
              {t('submit')}
            </Button>
          </p>
        </Stack>
      </form>
      <p>{t('tells')}</p>
    </AttemptPage>
  );
}

interface Found {
  reference: string;
  status: RequestStatus;
}

async function findAnswer(
  typed: Question,
  lookUp: StatusPageProps['lookUp'],
): Promise<{ issues: Issue[]; found: Found | null }> {
  const reference = readReference(typed.reference);
  const code = readStatusCode(typed.code);
  if (reference === null || code === null) return { issues: findIssues(typed), found: null };
  const asked = await lookUp({ reference, code });
  if (asked.kind === 'accepted') return { issues: [], found: { reference, status: asked.value } };
  return { issues: [issueOf(asked)], found: null };
}

function findIssues({ reference, code }: Question): Issue[] {
  const issues: Issue[] = [];
  if (readReference(reference) === null)
    issues.push({ target: 'reference', code: reference.trim() ? 'referenceWrong' : 'referenceMissing' });
  if (readStatusCode(code) === null)
    issues.push({ target: 'code', code: code.trim() ? 'codeWrong' : 'codeMissing' });
  return issues;
}

function issueOf(asked: Exclude<ServerAnswer<unknown>, { kind: 'accepted' }>): Issue {
  if (asked.kind !== 'refused') return { target: 'look-up', code: 'unreachable' };
  const { type, retryAt } = asked.problem;
  if (type === 'too-many-attempts') return { target: 'look-up', code: 'tooMany', retryAt };
  return { target: 'reference', code: 'wrong' };
}

/** Shows the state of the request. Its heading takes the focus, so that it is seen and heard. */
function FoundStatus({ reference, status }: Found) {
  const { t, i18n } = useTranslation(['status', 'requests']);
  const { state, receivedAt, dueOn } = status;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  const rows = [
    {
      term: t('found.state'),
      value: <Tag tone={emphasisOf(state)}>{t(`requests:state.${state}`)}</Tag>,
    },
    { term: t('found.next'), value: t(`found.${nextOf(status)}`) },
    {
      term: t('found.receivedAt'),
      value: <time dateTime={receivedAt}>{formatDateTime(receivedAt, i18n.language)}</time>,
    },
    ...(dueOn === null
      ? []
      : [
          {
            term: t('found.dueOn'),
            value: <time dateTime={dueOn}>{formatDay(dueOn, i18n.language)}</time>,
          },
        ]),
  ];
  return (
    <Card as="article" labelledBy={headingId}>
      <h2 id={headingId} ref={heading} tabIndex={-1}>
        <NoWrap text={t('found.heading', { reference })} />
      </h2>
      <SummaryList rows={rows} />
    </Card>
  );
}

/** Returns whose turn it is or, if it is nobody's, the reason. */
function nextOf({ turn, state }: RequestStatus) {
  if (turn !== 'nobody') return turn;
  return state === 'withdrawn' || state === 'answered' ? state : 'closed';
}
