import type { UserEvent } from '@testing-library/user-event';

/** Words that come from elsewhere, at once: typed, the page would be drawn anew for each key. Whose test is about keys types. */
export async function paste(user: UserEvent, field: HTMLElement, words: string): Promise<void> {
  await user.click(field);
  await user.paste(words);
}
