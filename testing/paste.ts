import type { UserEvent } from '@testing-library/user-event';

/** Puts all words into a field at once: to type them would draw the page anew for each key. Tests about keys type. */
export async function paste(user: UserEvent, field: HTMLElement, words: string): Promise<void> {
  await user.click(field);
  await user.paste(words);
}
