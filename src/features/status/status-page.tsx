import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestStatus } from '../../../contract/types.ts';
import { readReference, readStatusCode } from '../../../domain/status-code.ts';
import { formatTime } from '../../../shared/format-date.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Asked } from './asked.ts';
import { FoundStatus } from './found-status.tsx';

interface Question {
  reference: string;
  code: string;
}

interface StatusPageProps {
  lookUp: (question: Question) => Promise<Asked<RequestStatus>>;
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
  /** An instant. */
  retryAt?: string | undefined;
}

/** **Consultar o estado**, for whoever helps. What is typed is kept nowhere. */
export function StatusPage({ lookUp }: StatusPageProps) {
  const { t, i18n } = useTranslation(['status', 'common']);
  const { typed, change, issues, tries, isBusy, found, ask } = useQuestion(lookUp);
  const heading = t('title');
  const title = t('common:pageTitle', { page: heading });
  const hasErrors = issues.length > 0;
  const textOf = ({ code, retryAt }: Issue) =>
    t(`issues.${code}`, { time: retryAt ? formatTime(retryAt, i18n.language) : '' });
  const errorAt = (target: Target) => issues.filter((issue) => issue.target === target).map(textOf)[0];

  function submit(event: FormEvent) {
    event.preventDefault();
    void ask();
  }

  return (
    <Page
      title={hasErrors ? t('common:errorTitle', { title }) : title}
      heading={heading}
      hasErrors={hasErrors}
    >
      <Stack gap={3}>
        {hasErrors && (
          <ErrorSummary
            title={t('common:errorSummary')}
            items={issues.map((issue) => ({ targetId: issue.target, text: textOf(issue) }))}
            focusKey={tries}
          />
        )}
        <p>{t('intro')}</p>
        {/* Were it ever sent without the app, nothing of it must stand in an address. */}
        <form method="post" noValidate onSubmit={submit}>
          <Stack gap={2}>
            <TextField
              id="reference"
              label={t('reference')}
              hint={t('referenceHint')}
              width="niss"
              autoCapitalize="characters"
              spellCheck={false}
              value={typed.reference}
              error={errorAt('reference')}
              onChange={(event) => change({ reference: event.currentTarget.value })}
            />
            <TextField
              id="code"
              label={t('code')}
              hint={t('codeHint')}
              width="niss"
              autoCapitalize="characters"
              spellCheck={false}
              value={typed.code}
              error={errorAt('code')}
              onChange={(event) => change({ code: event.currentTarget.value })}
            />
            <p>
              <Button id="look-up" variant="primary" type="submit" busy={isBusy}>
                {t('submit')}
              </Button>
            </p>
          </Stack>
        </form>
        {found && <FoundStatus key={tries} {...found} />}
        <p>{t('tells')}</p>
      </Stack>
    </Page>
  );
}

function useQuestion(lookUp: StatusPageProps['lookUp']) {
  const [typed, setTyped] = useState({ reference: '', code: '' });
  const [{ issues, tries, found }, setAnswer] = useState<Answer>({ issues: [], tries: 0, found: null });
  const [isBusy, setIsBusy] = useState(false);
  const isAsking = useRef(false);

  async function ask(): Promise<void> {
    if (isAsking.current) return;
    isAsking.current = true;
    setIsBusy(true);
    const answer = await findAnswer(typed, lookUp);
    isAsking.current = false;
    setIsBusy(false);
    setAnswer({ ...answer, tries: tries + 1 });
  }

  const change = (part: Partial<Question>) => setTyped((before) => ({ ...before, ...part }));
  return { typed, change, issues, tries, isBusy, found, ask };
}

interface Answer {
  issues: Issue[];
  /** Grows with each try, so that the same answer takes the focus again. */
  tries: number;
  found: { reference: string; status: RequestStatus } | null;
}

async function findAnswer(
  typed: Question,
  lookUp: StatusPageProps['lookUp'],
): Promise<Omit<Answer, 'tries'>> {
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

function issueOf(asked: Exclude<Asked<unknown>, { kind: 'accepted' }>): Issue {
  if (asked.kind !== 'refused') return { target: 'look-up', code: 'unreachable' };
  const { type, retryAt } = asked.problem;
  if (type === 'too-many-attempts') return { target: 'look-up', code: 'tooMany', retryAt };
  return { target: 'reference', code: 'wrong' };
}
