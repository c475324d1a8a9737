const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const LISBON = { timeZone: 'Europe/Lisbon' } as const;

const SHAPES = {
  date: { ...DATE, ...LISBON },
  dateTime: { ...DATE, ...TIME, ...LISBON },
  time: { ...TIME, ...LISBON },
  /** A calendar day is no instant: read as UTC midnight and shown in UTC it stays the same day everywhere. */
  day: { ...DATE, timeZone: 'UTC' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than a hundred uses of it, and lists show many dates. */
function formatter(lng: string, name: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${lng} ${name}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(lng, SHAPES[name]);
  formatters.set(key, made);
  return made;
}

/** The Lisbon date of an instant, in words. */
export function formatDate(iso: string, lng: string): string {
  return formatter(lng, 'date').format(new Date(iso));
}

export function formatDateTime(iso: string, lng: string): string {
  return formatter(lng, 'dateTime').format(new Date(iso));
}

export function formatTime(iso: string, lng: string): string {
  return formatter(lng, 'time').format(new Date(iso));
}

/** `day` is yyyy-mm-dd. */
export function formatDay(day: string, lng: string): string {
  return formatter(lng, 'day').format(new Date(day));
}
