type Load = () => Promise<unknown>;

/**
 * In the place of Vite's, which also fetches what a chunk needs before the chunk asks for it: no chunk here has such a list. What stays is
 * that the page hears of a chunk which did not come.
 */
export async function __vitePreload(load: Load): Promise<unknown> {
  try {
    return await load();
  } catch (error) {
    const event = new Event('vite:preloadError', { cancelable: true });
    window.dispatchEvent(event);
    if (!event.defaultPrevented) throw error;
  }
}
