import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
export function WritingPrompts() {
  const { t } = useTranslation('draft');
  const prompts = usePrompts();
  const text = useText();

  function press(line: string) {
    const field = findField();
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

function findField(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>('textarea#description');
}

/** Returns the text of the field, including changes that other code has made. */
function useText(): string {
  const [text, setText] = useState('');
  useEffect(() => {
    const field = findField();
    if (!field) return;
    const note = () => setText(field.value);
    note();
    field.addEventListener('input', note);
    return () => field.removeEventListener('input', note);
  }, []);
  return text;
}

function hasLine(text: string, line: string): boolean {
  return text.split('\n').includes(line);
}

/** Adds the line below the text, with room to write under it. */
function addLine(text: string, line: string): string {
  const before = text.trimEnd();
  return `${before}${before === '' ? '' : '\n\n'}${line}\n`;
}

/** Removes the line that the text has, with the room to write under it, and nothing else that was written. */
function removeLine(text: string, line: string): string {
  const lines = text.split('\n');
  const at = lines.indexOf(line);
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  while (before.at(-1) === '' && after[0] === '') after.shift();
  const rest = [...before, ...after].join('\n');
  return rest.trim() === '' ? '' : rest;
}

/** Returns the text without the headings. A heading alone is not a text that the citizen has written. */
export function withoutLines(text: string, lines: readonly string[]): string {
  const own = text.split('\n').filter((line) => !lines.includes(line));
  return own.join('\n');
}
