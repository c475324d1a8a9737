import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DemoFaults, endAllDemoSessions, setDemoFaults } from '../../api/demo-calls.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Stack } from '../../ui/layout.tsx';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';
import type { RunDemo } from './use-demo.ts';

const MOST_LATENCY_MS = 60_000;
const FIELDS = ['latencyMs', 'errorRate', 'dropRate', 'lostAnswerRate'] as const;

type FaultTexts = Record<(typeof FIELDS)[number], string>;

export function FaultsPart({ faults, run }: { faults: DemoFaults; run: RunDemo }) {
  const { t } = useTranslation('demo');
  // Shows the pressed state before the pretend server has answered.
  const [wanted, setWanted] = useState<boolean | null>(null);

  async function setOffline(offline: boolean) {
    setWanted(offline);
    await run((api) => setDemoFaults(api, { offline }));
    setWanted(null);
  }

  return (
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
  );
}

function FaultsForm({ faults, run }: { faults: DemoFaults; run: RunDemo }) {
  const { t } = useTranslation('demo');
  // The values typed since the last press on **Aplicar avarias**; fields without one show the server's value.
  const [typed, setTyped] = useState<Partial<FaultTexts>>({});
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
        <NumberField
          key={field}
          id={`demo-${field}`}
          label={t(`faults.${field}`)}
          value={texts[field]}
          onChange={(text) => setTyped({ ...typed, [field]: text })}
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

/** Writes the rates as percentages, which is how people say them. */
function faultTexts(faults: DemoFaults): FaultTexts {
  const percent = (rate: number) => String(Math.round(rate * 100));
  return {
    latencyMs: String(faults.latencyMs),
    errorRate: percent(faults.errorRate),
    dropRate: percent(faults.dropRate),
    lostAnswerRate: percent(faults.lostAnswerRate),
  };
}

/** Reads the typed faults. Returns null when a text is not a valid number. */
function readFaults(texts: FaultTexts): Omit<DemoFaults, 'offline'> | null {
  const latencyMs = readWholeNumber(texts.latencyMs, 0, MOST_LATENCY_MS);
  const errorRate = readRate(texts.errorRate);
  const dropRate = readRate(texts.dropRate);
  const lostAnswerRate = readRate(texts.lostAnswerRate);
  if (latencyMs === null || errorRate === null || dropRate === null || lostAnswerRate === null) return null;
  return { latencyMs, errorRate, dropRate, lostAnswerRate };
}

function readRate(text: string): number | null {
  const percent = readWholeNumber(text, 0, 100);
  return percent === null ? null : percent / 100;
}

/** Returns the typed number, or null if it is not a whole number within the bounds. */
export function readWholeNumber(text: string, min: number, max: number): number | null {
  if (!/^\s*\d+\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

type NumberFieldProps = Pick<TextFieldProps, 'id' | 'label' | 'value' | 'error'> & {
  onChange: (text: string) => void;
};

export function NumberField({ onChange, ...field }: NumberFieldProps) {
  return (
    <TextField
      {...field}
      inputMode="numeric"
      width="code"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
