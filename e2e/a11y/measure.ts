/**
 * Runs in the page, so it stands alone: everything it needs is inside. Says in sentences what a person with large text, a narrow screen
 * or unsteady hands would stumble over, and axe does not look for.
 */
export function measure(): string[] {
  const TARGET_PX = 43.5;
  const SLACK_PX = 1;
  const problems: string[] = [];
  const root = document.querySelector<HTMLElement>('dialog:modal') ?? document.body;
  const elements = [...root.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element instanceof HTMLElement && isSeen(element),
  );

  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    for (let each: Element | null = element; each; each = each.parentElement) {
      if (getComputedStyle(each).clipPath === 'inset(50%)') return false;
    }
    return true;
  }

  function name(element: Element): string {
    const words = (element.textContent?.trim() || element.getAttribute('aria-label')) ?? '';
    const id = element.id ? `#${element.id}` : '';
    return `${element.tagName.toLowerCase()}${id} «${words.slice(0, 40)}»`;
  }

  function findPageFaults(): void {
    const title = document.title.trim();
    if (!title.includes('–') || title.length < 10) problems.push(`the title is «${title}»`);
    const count = [...document.querySelectorAll('h1')].filter((h1) => h1.checkVisibility()).length;
    if (count !== 1) problems.push(`there are ${count} h1`);
    if (!document.documentElement.lang) problems.push('the page names no language');
    // The page that waits for the app counts time with animations of a style (`not-started.css`), which move nothing.
    const clocks = ['not-yet', 'not-yet-laid-out'];
    const running = document
      .getAnimations()
      .filter(
        (each) => each.playState === 'running' && !clocks.includes((each as CSSAnimation).animationName),
      );
    if (running.length > 0) problems.push(`${running.length} animations run under reduced motion`);
  }

  function findSidewaysScroll(): void {
    const page = document.documentElement;
    for (const element of [page, root]) {
      const over = element.scrollWidth - element.clientWidth;
      if (over > 0) problems.push(`${element.tagName.toLowerCase()} scrolls sideways by ${over} px`);
    }
  }

  /** A card shows one line of a message, cut with an ellipsis; the card's link leads to the whole message. */
  function isExcerpt(element: Element): boolean {
    const line = element.closest('p');
    return (
      line !== null &&
      getComputedStyle(line).textOverflow === 'ellipsis' &&
      line.closest('li')?.querySelector('h3 a[href]') != null
    );
  }

  function findCutBoxes(): void {
    for (const element of elements.filter((each) => !isExcerpt(each))) {
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (display === 'inline' || element.matches('progress, meter, select, input, textarea, svg *'))
        continue;
      const isPressed = element.matches('button, a, summary, label');
      const cutsWide = isPressed || overflowX === 'hidden' || overflowX === 'clip';
      const cutsHigh = isPressed || overflowY === 'hidden' || overflowY === 'clip';
      const wide = element.scrollWidth - element.clientWidth;
      const high = element.scrollHeight - element.clientHeight;
      if (cutsWide && wide > SLACK_PX) problems.push(`${name(element)} is cut by ${wide} px at its side`);
      if (cutsHigh && high > SLACK_PX) problems.push(`${name(element)} is cut by ${high} px at its end`);
    }
  }

  function findTextOutside(): void {
    const range = document.createRange();
    for (const element of elements.filter((each) => !isExcerpt(each))) {
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
        range.selectNodeContents(node);
        const { left, right } = range.getBoundingClientRect();
        if (left < -SLACK_PX || right > innerWidth + SLACK_PX)
          problems.push(`${name(element)} stands outside the screen`);
      }
    }
  }

  /** The whole tile around a radio button or a checkbox can be pressed, where its label is spread over it, and the whole card of a link. */
  function targetOf(element: HTMLElement): Element {
    if (getComputedStyle(element, '::after').position === 'absolute') return element.closest('li') ?? element;
    if (!(element instanceof HTMLInputElement) || !/radio|checkbox/.test(element.type)) return element;
    const label = element.labels?.[0];
    const isSpread = label && getComputedStyle(label, '::after').position === 'absolute';
    return (isSpread && label.offsetParent) || element;
  }

  /** WCAG and the seal leave out links in the middle of a sentence. */
  function isInSentence(element: HTMLElement): boolean {
    if (!element.matches('a') || !getComputedStyle(element).display.startsWith('inline')) return false;
    const around = element.closest('p, li, dd, td')?.textContent?.trim() ?? '';
    return around.length > (element.textContent?.trim().length ?? 0);
  }

  function findSmallTargets(): void {
    const pressed = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';
    for (const element of elements.filter((each) => each.matches(pressed) && !isInSentence(each))) {
      const { width, height } = targetOf(element).getBoundingClientRect();
      if (width >= TARGET_PX && height >= TARGET_PX) continue;
      problems.push(
        `${name(element)} can be pressed on ${Math.round(width)} × ${Math.round(height)} px only`,
      );
    }
  }

  findPageFaults();
  findSidewaysScroll();
  findCutBoxes();
  findTextOutside();
  findSmallTargets();
  return problems;
}
