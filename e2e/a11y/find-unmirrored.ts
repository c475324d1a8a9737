/**
 * Runs in the page, so it stands alone. Turns the page to the other direction and says which boxes did not go to the mirrored place: those
 * that something holds to the left or to the right. The page stays turned.
 */
export function findUnmirrored(): string[] {
  const SLACK_PX = 1;
  const MIN_BOXES = 20;
  const root = document.documentElement;
  const boxes = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element instanceof HTMLElement &&
      element.checkVisibility({ visibilityProperty: true }) &&
      getComputedStyle(element).display !== 'inline' &&
      // What people wrote has a direction of its own.
      !element.closest('body [dir], bdi, option'),
  );
  if (boxes.length < MIN_BOXES) throw new Error(`There are only ${boxes.length} boxes on the page`);
  const placesOf = () => boxes.map((element) => element.getBoundingClientRect());

  root.dir = 'ltr';
  const before = placesOf();
  root.dir = 'rtl';
  const after = placesOf();

  return boxes.flatMap((element, n) => {
    const [was, is] = [before[n], after[n]];
    if (!was || !is || Math.abs(root.clientWidth - is.right - was.left) <= SLACK_PX) return [];
    const words = element.textContent?.trim().slice(0, 40);
    return [`${element.tagName.toLowerCase()}.${element.className} «${words}» is not mirrored`];
  });
}
