import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DemoFaults, endAllDemoSessions, setDemoFaults } from '../../api/demo-calls.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type FaultField, faultTexts, readFaults } from './fault-fields.ts';
import type { RunDemo } from './use-demo.ts';

const FIELDS: readonly FaultField[] = ['latencyMs', 'errorRate', 'dropRate', 'lostAnswerRate'];

export function FaultsSection({ faults, run }: { faults: DemoFaults; run: RunDemo }) {
  const { t } = useTranslation('demo');
  // What was just pressed shows at once, not when the pretend server has answered.
  const [wanted, setWanted] = useState<boolean | null>(null);

  async function setOffline(offline: boolean) {
    setWanted(offline);
    await run((api) => setDemoFaults(api, { offline }));
    setWanted(null);
  }

  return (
    <section>
      <h2>{t('faults.heading')}</h2>
      <Stack gap={2}>
        <Checkbox
          id="demo-offline"
          label={t('faults.offline')}
          checked={wanted ?? faults.offline}
          onChange={setOffline}
        />
        <FaultsForm faults={faults} run={run} />
        <div>
          <Button variant="secondary" type="button" onClick={() => run(endAllDemoSessions)}>
            {t('faults.endSessions')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}

function FaultsForm({ faults, run }: { faults: DemoFaults; run: RunDemo }) {
  const { t } = useTranslation('demo');
  // Only what was typed since the last *Aplicar avarias*; all else shows what the server has.
  const [typed, setTyped] = useState<Partial<Record<FaultField, string>>>({});
  const [isWrong, setIsWrong] = useState(false);
  const texts = { ...faultTexts(faults), ...typed };

  async function apply(event: FormEvent) {
    event.preventDefault();
    const chosen = readFaults(texts);
    setIsWrong(chosen === null);
    if (chosen === null) return;
    await run((api) => setDemoFaults(api, chosen));
    setTyped({});
  }

  return (
    <form noValidate onSubmit={apply}>
      <p>{t('faults.hint')}</p>
      {FIELDS.map((field) => (
        <TextField
          key={field}
          id={`demo-${field}`}
          label={t(`faults.${field}`)}
          inputMode="numeric"
          width="code"
          value={texts[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          error={
            isWrong && readFaults({ ...faultTexts(faults), [field]: texts[field] }) === null
              ? t('faults.wrong')
              : undefined
          }
        />
      ))}
      <Button variant="secondary" type="submit">
        {t('faults.apply')}
      </Button>
    </form>
  );
}
