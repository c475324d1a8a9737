/** It is winter in the north and summer in the south then: no zone far from Lisbon has its time. */
const NOON_IN_LISBON = new Date('2026-01-15T12:00:00Z');

// Without this, tests that claim to run on a device far away would pass just as well at home.
if (Intl.DateTimeFormat().resolvedOptions().timeZone !== process.env.TZ || NOON_IN_LISBON.getHours() === 12) {
  throw new Error(`The device does not stand in ${process.env.TZ}`);
}
