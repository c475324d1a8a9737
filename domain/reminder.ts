import { type InboxGroup, listGroupOf, type RequestState } from './request-state.ts';

/** Whether the day has come on which the citizen wanted to be reminded: from then on, until they take the reminder away. */
export function isReminderDue(remindOn: string | undefined, today: string): boolean {
  return remindOn !== undefined && remindOn <= today;
}

interface Listed {
  state: RequestState;
  /** yyyy-mm-dd. */
  remindOn?: string;
}

/** The group of the list on a day, which is the server's in Lisbon: a request of which the citizen is reminded needs them. */
export function groupOn({ state, remindOn }: Listed, isUnread: boolean, today: string): InboxGroup {
  if (isUnread) return 'toRead';
  return isReminderDue(remindOn, today) ? 'needsYou' : listGroupOf(state);
}
