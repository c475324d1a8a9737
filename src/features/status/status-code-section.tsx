import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest, Problem } from '../../../contract/types.ts';
import { writeStatusCode } from '../../../domain/status-code.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { endQuietly, isQuotaError } from '../../db/core/storage-errors.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { forgetStatusCode, keepStatusCode, readKeptStatusCode } from '../../db/requests/status-codes.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './status-code-section.module.css';

/** The outcome of a question to the server that does not go through the outbox. The route that shows the page asks it. */
export type ServerAnswer<T> =
  | { kind: 'accepted'; value: T }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'signedOut' | 'unreachable' };

type AskedCode = Promise<ServerAnswer<{ code: string | null }>>;

/** The questions to the server about the code of the citizen's request. A code of null means that it is switched off. */
export interface StatusCodeCalls {
  read: (requestId: string) => AskedCode;
  renew: (requestId: string, replaces: string | null) => AskedCode;
  end: (requestId: string) => AskedCode;
}

interface StatusCodeSectionProps {
  request: Pick<CitizenRequest, 'id' | 'kind'>;
  calls: StatusCodeCalls;
}

/** The id of the button that switches the code on; it has the id only while the code is off. */
const BEGIN_ID = 'status-code-begin';

/** The **código de consulta** on the receipt. If the server cannot be asked, the last known code is shown. */
export function StatusCodeSection({ request, calls }: StatusCodeSectionProps) {
  const { t } = useTranslation('receipt');
  const headingId = useId();
  const { code, isAway, hasFailed, isBusy, renew, end } = useStatusCode(request.id, calls);
  return (
    <section className={code === undefined ? styles.screenOnly : styles.section} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('statusCode.heading')}</h2>
      {/* This line is drawn before the code is known, so that nothing moves when it appears. */}
      <p className={styles.code}>
        <ShownCode code={code} isAway={isAway} />
      </p>
      <p>{t('statusCode.text', ofKind(request.kind))}</p>
      <div className={styles.actions}>
        {code !== undefined && (
          <Stack gap={2}>
            <Cluster>
              <Button
                id={code === null ? BEGIN_ID : undefined}
                variant="secondary"
                type="button"
                busy={isBusy}
                onClick={() => void renew(code)}
              >
                {t(code === null ? 'statusCode.begin' : 'statusCode.renew')}
              </Button>
              {code !== null && (
                <Button variant="quiet" type="button" busy={isBusy} onClick={() => void end()}>
                  {t('statusCode.end')}
                </Button>
              )}
            </Cluster>
            {hasFailed && <Notice tone="danger" title={t('statusCode.failed')} />}
          </Stack>
        )}
      </div>
    </section>
  );
}

interface ShownCodeProps {
  /** Undefined while the code is not known. */
  code: string | null | undefined;
  isAway: boolean;
}

function ShownCode({ code, isAway }: ShownCodeProps) {
  const { t } = useTranslation('receipt');
  if (code === null) return t('statusCode.off');
  if (code === undefined) return t(isAway ? 'statusCode.away' : 'statusCode.reading');
  return (
    <>
      <span aria-hidden="true">{writeStatusCode(code)}</span>
      <VisuallyHidden>{spell(code)}</VisuallyHidden>
    </>
  );
}

/** Separates the letters: a screen reader would otherwise read them as a word. */
function spell(code: string): string {
  return [...code].join(' ');
}

/** Keeps the code and returns true. On a full device an older one goes: the PDF would bear what no longer works. */
async function keepOrForget(db: CitizenDatabase, requestId: string, code: string | null): Promise<boolean> {
  try {
    await keepStatusCode(db, requestId, code);
    return true;
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    if ((await readKeptStatusCode(db, requestId)) !== code) await forgetStatusCode(db, requestId);
    return false;
  }
}

function useStatusCode(requestId: string, { read, renew, end }: StatusCodeCalls) {
  const { t } = useTranslation('receipt');
  const db = useDatabase();
  const kept = useQuery((own) => readKeptStatusCode(own, requestId), [requestId]);
  /** The answer that the device had no room for. */
  const [unkept, setUnkept] = useState<{ requestId: string; code: string | null } | null>(null);
  const code = unkept?.requestId === requestId ? unkept.code : kept;
  const [isAway, setIsAway] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const focusOn = useFocusOn();
  const changes = useRef(0);

  const hear = useCallback(
    async (asked: Awaited<AskedCode>) => {
      if (asked.kind !== 'accepted') return undefined;
      const { code: heard } = asked.value;
      setUnkept((await keepOrForget(db, requestId, heard)) ? null : { requestId, code: heard });
      return heard;
    },
    [db, requestId],
  );

  useEffect(() => {
    async function askFirst() {
      const asOf = changes.current;
      const asked = await read(requestId);
      // An answer from before a change would bring the old code back.
      if (asOf === changes.current) setIsAway((await hear(asked)) === undefined);
    }
    const ask = () => void askFirst().catch(endQuietly);
    ask();
    addEventListener('online', ask);
    return () => removeEventListener('online', ask);
  }, [hear, read, requestId]);

  async function change(asking: AskedCode): Promise<void> {
    setIsBusy(true);
    const asked = await asking;
    changes.current += 1;
    const heard = await hear(asked).catch(endQuietly);
    setIsBusy(false);
    setHasFailed(heard === undefined);
    // The button that was pressed is removed once the code is off.
    if (heard === null) focusOn(`#${BEGIN_ID}`);
    if (heard === undefined) announce(t('statusCode.failed'), 'assertive');
    else announce(heard === null ? t('statusCode.ended') : t('statusCode.renewed', { code: spell(heard) }));
  }

  return {
    code,
    isAway,
    hasFailed,
    isBusy,
    renew: (replaces: string | null) => change(renew(requestId, replaces)),
    end: () => change(end(requestId)),
  };
}
