/** Whether the day has come on which the citizen wanted to be reminded: from then on, until they take the reminder away. */
export function isReminderDue(remindOn: string | undefined, today: string): boolean {
  return remindOn !== undefined && remindOn <= today;
}
