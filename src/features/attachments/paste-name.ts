/** What browsers call a picture that has no name of its own. */
const NAMELESS = /^(image\.(\w+))?$/i;

const MOMENT = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Lisbon',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** *imagem-2026-11-25-10-31.png*, when a screenshot has no name of its own. The word is the citizen's. */
export function namePasted(file: File, word: string, now: Date): File {
  const match = NAMELESS.exec(file.name);
  if (!match) return file;
  const parts = MOMENT.formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  const moment = (['year', 'month', 'day', 'hour', 'minute'] as const).map(part).join('-');
  const ending = match[2] ?? file.type.slice(file.type.indexOf('/') + 1);
  return new File([file], `${word}-${moment}.${ending || 'png'}`, { type: file.type });
}
