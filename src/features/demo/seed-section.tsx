import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seedDemo } from '../../api/demo-calls.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DEMO_PEOPLE } from './demo-people.ts';
import type { RunDemo } from './use-demo.ts';
import { readWholeNumber } from './whole-number.ts';

const MOST_REQUESTS = 10_000;
const OPTIONS = DEMO_PEOPLE.map(({ niss, name }) => ({ value: niss, label: name }));

export function SeedSection({ run }: { run: RunDemo }) {
  const { t } = useTranslation('demo');
  const [niss, setNiss] = useState(OPTIONS[0]?.value ?? '');
  const [count, setCount] = useState('10');
  const [isWrong, setIsWrong] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    const howMany = readWholeNumber(count, 1, MOST_REQUESTS);
    setIsWrong(howMany === null);
    if (howMany !== null) await run((api) => seedDemo(api, niss, howMany));
  }

  return (
    <section>
      <h2>{t('seed.heading')}</h2>
      <form noValidate onSubmit={add}>
        <SelectField id="demo-who" label={t('seed.who')} options={OPTIONS} value={niss} onChange={setNiss} />
        <TextField
          id="demo-count"
          label={t('seed.count')}
          inputMode="numeric"
          width="code"
          value={count}
          onChange={(event) => setCount(event.currentTarget.value)}
          error={isWrong ? t('seed.countWrong') : undefined}
        />
        <Button variant="secondary" type="submit">
          {t('seed.add')}
        </Button>
      </form>
    </section>
  );
}
