import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestStatus } from '../../../contract/types.ts';
import { readReference, readStatusCode } from '../../../domain/status-code.ts';
import { formatTime } from '../../../shared/format-date.ts';
import { AttemptPage } from '../../parts/attempt-page.tsx';
import { useAttempt } from '../../parts/use-attempt.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FoundStatus } from './found-status.tsx';
import type { ServerAnswer } from './server-answer.ts';

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
      {/* A post: if the form were ever sent without the app, nothing of it must be in an address. */}
      <form method="post" noValidate onSubmit={attempt.onSubmit(ask)}>
        <Stack gap={2}>
          <TextField
            id="reference"
            label={t('reference')}
            hint={t('referenceHint')}
            width="niss"
            autoCapitalize="characters"
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
      {found && <FoundStatus key={attempt.tries} {...found} />}
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
