const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const LISBON = { timeZone: 'Europe/Lisbon' } as const;

const SHAPES = {
  date: { ...DATE, ...LISBON },
  dateTime: { ...DATE, ...TIME, ...LISBON },
  time: { ...TIME, ...LISBON },
  month: { month: 'long', year: 'numeric', ...LISBON },
  /** A calendar day is no instant: read as UTC midnight and shown in UTC it stays the same day everywhere. */
  day: { ...DATE, timeZone: 'UTC' },
  dayOfYear: { day: 'numeric', month: 'long', timeZone: 'UTC' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** English as in Europe: *1 December*, not *December 1*. */
const FORMATS: Readonly<Record<string, string>> = { en: 'en-GB' };

/** What a language's dates need to stand in the middle of a sentence and at its end. */
const MENDS: Readonly<Record<string, (text: string) => string>> = {
  fr: (text) => text.replace(/^1(?= )/, '1er'),
  // The *р.* of *2026 р.* would put a second stop behind the sentence's own.
  uk: (text) => text.replace(/\s*р\./u, '').replace(/ о (?=11)/u, ' об '),
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than a hundred uses of it, and lists show many dates. */
function formatter(lng: string, name: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${lng} ${name}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(FORMATS[lng] ?? lng, SHAPES[name]);
  formatters.set(key, made);
  return made;
}

function formatAs(name: keyof typeof SHAPES) {
  return (iso: string, lng: string): string => {
    const text = formatter(lng, name).format(new Date(iso));
    return MENDS[lng]?.(text) ?? text;
  };
}

/** The Lisbon date of an instant, in words. */
export const formatDate = formatAs('date');
export const formatDateTime = formatAs('dateTime');
export const formatTime = formatAs('time');

export const formatMonth = formatAs('month');

/** Of a day as yyyy-mm-dd. */
export const formatDay = formatAs('day');
/** The same without its year, of a day that is near. */
export const formatDayOfYear = formatAs('dayOfYear');
