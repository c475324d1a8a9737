/** Whether a request stands with what needs the citizen because they wanted to be reminded: from that day on, until they take the reminder away. */
export function isReminderDue(remindOn: string | undefined, today: string): boolean {
  return remindOn !== undefined && remindOn <= today;
}
