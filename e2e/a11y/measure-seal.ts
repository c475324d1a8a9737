/** Runs in the page, so it stands alone. Checks what the usability seal asks of every page and can be counted; its numbers are in docs/accessibility.md. */
export function measureSeal(): string[] {
  const SECONDARY_MIN_PX = 13.3;
  const BODY_MIN_PX = 16;
  const LINE_MIN = 1.5;
  const LINE_MAX_CHARACTERS = 100;
  const FEWEST_LINES = 3;
  const MOST_CHOICES = 9;
  const problems: string[] = [];
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} «${(element.textContent ?? '').trim().slice(0, 40)}»`;
  const seen = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());

  /** A card is a list item of several blocks: the lines of each are measured on that block, not added up. */
  const holdsText = (element: Element) =>
    [...element.childNodes].some(
      ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
    );

  function readText(element: HTMLElement): void {
    const { fontSize, lineHeight } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    if (size < SECONDARY_MIN_PX) problems.push(`${name(element)} is written in ${size} px`);
    if (element.matches('p') && Number.parseFloat(lineHeight) < LINE_MIN * size - 0.1)
      problems.push(`${name(element)} has lines closer than ${LINE_MIN}`);
    if (!holdsText(element)) return;
    const range = document.createRange();
    range.selectNodeContents(element);
    const tops = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / size)));
    const characters = (element.textContent ?? '').length / tops.size;
    if (tops.size >= FEWEST_LINES && characters > LINE_MAX_CHARACTERS)
      problems.push(`${name(element)} has ${Math.round(characters)} characters a line`);
  }

  const bodyPx = Number.parseFloat(getComputedStyle(document.body).fontSize);
  if (bodyPx < BODY_MIN_PX) problems.push(`body text is ${bodyPx} px`);
  for (const element of seen('p, li, dd, dt, td, th, label, legend, a, button')) readText(element);
  for (const element of seen('[disabled]')) problems.push(`${name(element)} is disabled`);
  for (const table of seen('table')) {
    if (!table.querySelector('caption')) problems.push(`${name(table)} has no caption`);
    if (!table.querySelector('th[scope]')) problems.push(`${name(table)} has no th with a scope`);
  }
  const primary = seen('main [class*="primary_"]');
  if (primary.length > 1) problems.push(`${primary.length} primary buttons: ${primary.map(name).join(', ')}`);
  for (const list of seen('main ul:has(> li > button), nav ul')) {
    if (list.children.length > MOST_CHOICES)
      problems.push(`${name(list)} offers ${list.children.length} choices`);
  }
  for (const select of seen('main select')) {
    const choices = select.querySelectorAll('option:not([value=""])').length;
    if (choices > MOST_CHOICES) problems.push(`${name(select)} offers ${choices} choices`);
  }
  const hasBody = seen('footer').some((footer) => /300\s502\s502/.test(footer.textContent ?? ''));
  const hasNav = seen('header nav ul').length === 1;
  if (document.querySelector('footer') && !(hasBody && hasNav))
    problems.push('the footer names no contact, or the navigation is no list');
  return problems;
}
