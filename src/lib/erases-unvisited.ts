/** Safari, and every browser on iOS: erases what a site keeps after seven days without a visit. */
export function erasesUnvisited(browser: Pick<Navigator, 'vendor'> = navigator): boolean {
  return browser.vendor.startsWith('Apple');
}
