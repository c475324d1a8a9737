const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const LISBON = { timeZone: 'Europe/Lisbon' } as const;

const SHAPES = {
  date: { ...DATE, ...LISBON },
  dateTime: { ...DATE, ...TIME, ...LISBON },
  time: { ...TIME, ...LISBON },
  month: { month: 'long', year: 'numeric', ...LISBON },
  /** A calendar day is not an instant: read as UTC midnight and shown in UTC, it stays the same day everywhere. */
  day: { ...DATE, timeZone: 'UTC' },
  dayOfYear: { day: 'numeric', month: 'long', timeZone: 'UTC' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The locale for `Intl`, where it differs from the language. English is as in Europe: *1 December*, not *December 1*. */
const FORMATS: Readonly<Record<string, string>> = { en: 'en-GB' };

/** Corrects the dates of `Intl` in some languages, so that they fit into a sentence and at its end. */
const DATE_FIXES: Readonly<Record<string, (text: string) => string>> = {
  fr: (text) => text.replace(/^1(?= )/, '1er'),
  // The *р.* of *2026 р.* would put a second full stop at the end of a sentence.
  uk: (text) => text.replace(/\s*р\./u, '').replace(/ о (?=11)/u, ' об '),
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Returns a formatter and keeps it: making one takes longer than using it a hundred times, and lists show many dates. */
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
    return DATE_FIXES[lng]?.(text) ?? text;
  };
}

/** Formats the Lisbon date of an instant, in words. */
export const formatDate = formatAs('date');
export const formatDateTime = formatAs('dateTime');
export const formatTime = formatAs('time');

export const formatMonth = formatAs('month');

/** Formats a calendar day given as yyyy-mm-dd. */
export const formatDay = formatAs('day');
/** Formats a calendar day without its year, for a day that is near. */
export const formatDayOfYear = formatAs('dayOfYear');
