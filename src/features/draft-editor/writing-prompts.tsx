import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addLine, hasLine, removeLine } from './heading-lines.ts';
import styles from './writing-prompts.module.css';

const PROMPTS = ['happened', 'when', 'needed'] as const;

/** Returns each prompt with the heading that it puts into the text. */
export function usePrompts(): { name: string; line: string }[] {
  const { t } = useTranslation('draft');
  return PROMPTS.map((prompt) => {
    const name = t(`prompts.${prompt}`);
    return { name, line: t('prompts.line', { name }) };
  });
}

/** Headings for citizens who do not know how to begin: a press puts one into the field, another press removes it. The buttons stay, so that nothing moves. */
export function WritingPrompts({ fieldId }: { fieldId: string }) {
  const { t } = useTranslation('draft');
  const prompts = usePrompts();
  const text = useTextOf(fieldId);

  function press(line: string) {
    const field = findField(fieldId);
    if (!field) return;
    const isThere = hasLine(field.value, line);
    field.setRangeText(
      isThere ? removeLine(field.value, line) : addLine(field.value, line),
      0,
      field.value.length,
      'end',
    );
    // Sends the event of typing, so that the change is saved and counted in the same way.
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (!isThere) field.focus();
  }

  return (
    <fieldset className={styles.prompts} aria-label={t('prompts.label')}>
      {prompts.map(({ name, line }) => (
        <button
          key={name}
          type="button"
          className={styles.prompt}
          aria-pressed={hasLine(text, line)}
          onClick={() => press(line)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function findField(id: string): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>(`textarea#${id}`);
}

/** Returns the text of the field, including changes that other code has made. */
function useTextOf(fieldId: string): string {
  const [text, setText] = useState('');
  useEffect(() => {
    const field = findField(fieldId);
    if (!field) return;
    const note = () => setText(field.value);
    note();
    field.addEventListener('input', note);
    return () => field.removeEventListener('input', note);
  }, [fieldId]);
  return text;
}
