import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttemptPage, useAttempt } from '../../parts/attempt-page.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import {
  BEGINNING,
  checkReceipt,
  findReceipt,
  findReceiptIn,
  type Outcome,
  type ReadKeys,
} from './check-receipt.ts';
import { ChooseFile } from './choose-file.tsx';
import { OUTCOME_ID, OutcomeView } from './outcome-view.tsx';

interface VerifyPageProps {
  readKeys: ReadKeys;
  /** The part of the address after `#`; empty if there is none. */
  code: string;
  /** Called when the code has been taken and need not stay in the address. */
  onCodeTaken: () => void;
}

const CODE_ID = 'code';

/** **Verificar comprovativo**: open to everybody, signed in or not. What is checked never leaves the device. */
export function VerifyPage({ readKeys, code, onCodeTaken }: VerifyPageProps) {
  const { t } = useTranslation('verify');
  const [written, setWritten] = useState('');
  const attempt = useAttempt(() => t('empty'));
  const focusOn = useFocusOn();
  const { outcome, isChecking, check } = useCheck(readKeys, ({ ok }: Outcome) => {
    announce(t(ok ? 'proven' : 'notConfirmed'), ok ? 'polite' : 'assertive');
    focusOn(`#${OUTCOME_ID}`);
  });

  /** Checks what was brought in any way, in place of an earlier press with nothing written. */
  function checkBrought(find: Parameters<typeof check>[0]) {
    void attempt.run(async () => {
      check(find);
      return [];
    });
  }

  const takeCode = useEffectEvent((brought: string) => {
    checkBrought(() => findReceipt(brought));
    onCodeTaken();
  });
  useEffect(() => {
    // Anything else is a place on the page, such as its main part.
    if (code.startsWith(BEGINNING)) takeCode(code);
  }, [code]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (written.trim() === '') void attempt.run(async () => [{ target: CODE_ID }]);
    else checkBrought(() => findReceipt(written));
  }

  return (
    <AttemptPage heading={t('title')} attempt={attempt} gap={3}>
      <p>{t('intro')}</p>
      {outcome && (
        <>
          <OutcomeView outcome={outcome} />
          <h2>{t('checkOther')}</h2>
        </>
      )}
      <form onSubmit={submit} noValidate>
        <Stack gap={2}>
          <TextArea
            id={CODE_ID}
            label={t('code')}
            hint={t('codeHint')}
            error={attempt.errorAt(CODE_ID)}
            rows={4}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            value={written}
            onChange={({ target }) => setWritten(target.value)}
          />
          <div>
            <Button variant="primary" type="submit" busy={isChecking}>
              {t('check')}
            </Button>
          </div>
        </Stack>
      </form>
      <ChooseFile
        label={t('choosePdf')}
        hint={t('choosePdfHint')}
        accept=".pdf,application/pdf"
        busy={isChecking}
        onFile={(file) => checkBrought(() => findReceiptIn(file))}
      />
      <p>{t('notQualified')}</p>
    </AttemptPage>
  );
}

/** Checks receipts one after the other. If two checks run at once, the later one counts. */
function useCheck(readKeys: ReadKeys, onOutcome: (outcome: Outcome) => void) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const last = useRef(0);

  async function check(find: () => string | null | Promise<string | null>) {
    last.current += 1;
    const own = last.current;
    setIsChecking(true);
    setOutcome(null);
    // A file that was moved or changed after it was chosen counts as having no receipt.
    const jws = await Promise.resolve()
      .then(find)
      .catch(() => null);
    const found = await checkReceipt(jws, readKeys);
    if (own !== last.current) return;
    setIsChecking(false);
    setOutcome(found);
    onOutcome(found);
  }

  return { outcome, isChecking, check: (find: Parameters<typeof check>[0]) => void check(find) };
}
